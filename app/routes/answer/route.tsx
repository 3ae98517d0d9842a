import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AnswerGone, AnswerView } from "#app/components/handling/answer-view.tsx";
import { RefusedActBoundary } from "#app/components/handling/refused-act-boundary.tsx";
import { findAnswerLink } from "#app/domain/handling/queries/find-answer-link.server.ts";
import { getAnswerPage } from "#app/domain/handling/queries/get-answer-page.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { performAct } from "#app/http/acts.server.ts";
import { text } from "#app/http/context.server.ts";
import { entryContext } from "#app/http/desk-frame.server.ts";
import { deskActs } from "#app/http/handling-acts.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { paths } from "#app/routes/paths.ts";

/** Opening the page changes nothing: mail scanners open every link. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await entryContext(args);
  const { t } = text(context.locale);
  const { page: answer, phone } = await getAnswerPage(args.params.token ?? "", context);
  const title = answer ? t("desk:answer.title", { number: answer.number }) : t("desk:answer.goneTitle");
  const done = context.url.searchParams.get("done");
  return data({ page: privatePageInfo(context, title), answer, phone, done }, { status: answer ? 200 : 404 });
}

export async function action(args: ActionFunctionArgs) {
  const context = await entryContext(args);
  const token = args.params.token ?? "";
  const chosen = context.url.searchParams.has("lang") ? `?lang=${context.locale}` : "";
  const address = `${paths.answer(token)}${chosen}`;
  return performAct(args, "answer", async () => {
    const actor = await findAnswerLink(token, context.now);
    if (actor === null) throw notFound("linkGone");
    return deskActs({ ...context, actor }, actor.submissionId, { address, afterwards: address });
  });
}

export const meta = pageMeta;
export const headers = privateHeaders;

export default function AnswerRoute() {
  const { answer, phone, done } = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  return answer ? (
    <AnswerView page={answer} phone={phone} step={step} done={done} />
  ) : (
    <AnswerGone phone={phone} done={done} />
  );
}

export function ErrorBoundary() {
  return <RefusedActBoundary />;
}
