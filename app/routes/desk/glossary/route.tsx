import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GlossaryView } from "#app/components/furigana/glossary-view.tsx";
import { tryReading } from "#app/domain/furigana/annotate-texts.server.ts";
import { trialLimit, trialSchema } from "#app/domain/furigana/glossary.schema.ts";
import { mayEditGlossary } from "#app/domain/furigana/glossary.ts";
import { listGlossary } from "#app/domain/furigana/queries/list-glossary.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return {
    page: privatePageInfo(context, text(context.locale).t("glossary:title")),
    rows: await listGlossary(context.actor),
    mayChange: mayEditGlossary(context.actor),
    trialLimit,
  };
}

/** Tries a sentence; a form that is sent, so that the sentence stands in no address and no log. */
export async function action(args: ActionFunctionArgs) {
  await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return answerForm(args, async ({ fields }) => {
    const { text: sentence } = checked(trialSchema, fields);
    return { trial: { text: sentence, parts: await tryReading(sentence) } };
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Glossary() {
  const { page: _page, ...list } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <GlossaryView
      {...list}
      trial={sent && "trial" in sent ? sent.trial : undefined}
      answer={sent && "answer" in sent ? sent.answer : undefined}
    />
  );
}
