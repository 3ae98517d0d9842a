import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RecoveryCodesView, SecondFactorView } from "#app/components/staff/second-factor-view.tsx";
import { useText } from "#app/components/text.tsx";
import { isSecondFactorOptional } from "#app/domain/staff/session.server.ts";
import { safeNext } from "#app/domain/staff/staff.ts";
import { text } from "#app/http/context.server.ts";
import { entryContext } from "#app/http/desk-frame.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { answerSetUp, newSetUp } from "#app/http/set-up-second-factor.server.ts";
import { requireStage } from "#app/http/staff-session.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireStage(args, "enrol");
  const context = await entryContext(args, session.account.locale);
  return {
    staffLocale: context.locale,
    page: privatePageInfo(context, text(context.locale).t("desk:setUp.title")),
    setUp: newSetUp(session, context.now),
    mayPutOff: isSecondFactorOptional(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireStage(args, "enrol");
  const context = await entryContext(args);
  return answerSetUp(args, session, context, safeNext(context.url.searchParams.get("next")));
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function SetUp() {
  const { t } = useText();
  const { setUp, mayPutOff } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.codes) return <RecoveryCodesView codes={sent.codes} next={sent.next} nextText={t("desk:setUp.toDesk")} />;
  return (
    <SecondFactorView setUp={sent?.setUp ?? setUp} answer={sent?.answer} asksPassword={false} mayPutOff={mayPutOff} />
  );
}
