import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GlossaryTermView } from "#app/components/furigana/glossary-view.tsx";
import { removeTerm } from "#app/domain/furigana/commands/remove-term.server.ts";
import { saveTerm } from "#app/domain/furigana/commands/save-term.server.ts";
import { termSchema } from "#app/domain/furigana/glossary.schema.ts";
import { mayEditGlossary } from "#app/domain/furigana/glossary.ts";
import { findTerm } from "#app/domain/furigana/queries/find-term.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt, idOrNew, idParam } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { savedRow, versionOf } from "#app/http/saved-row.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
    const id = idOrNew(args);
    const term = id === null ? null : await findTerm(context.actor, id);
    return {
      page: privatePageInfo(context, text(context.locale).t(term ? "glossary:change" : "glossary:add")),
      version: term?.version ?? null,
      initial: { term: term?.term ?? "", reading: term?.reading ?? "", note: term?.note ?? "" },
      mayChange: mayEditGlossary(context.actor),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return answerForm(args, async ({ fields }) => {
    if (fields.act === "remove") {
      await removeTerm(context, { id: idParam(args), ...versionOf(fields) });
      throw doneAt(paths.deskGlossary(), "removed");
    }
    const id = idOrNew(args);
    await saveTerm(context, savedRow(id, fields), checked(termSchema, fields));
    throw doneAt(paths.deskGlossary(), id === null ? "added" : "saved");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function GlossaryTerm() {
  const { page: _page, ...form } = useLoaderData<typeof loader>();
  return <GlossaryTermView {...form} answer={useActionData<typeof action>()?.answer} />;
}
