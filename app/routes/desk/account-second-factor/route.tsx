import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RecoveryCodesView, SecondFactorView } from "#app/components/staff/second-factor-view.tsx";
import { useText } from "#app/components/text.tsx";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { answerSetUp, newSetUp } from "#app/http/set-up-second-factor.server.ts";
import { paths } from "#app/routes/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args);
  const page = privatePageInfo(context, text(context.locale).t("desk:setUp.title"));
  return { page, setUp: newSetUp(context.session, context.now) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args);
  return answerSetUp(args, context.session, context, paths.deskAccount());
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function AccountSecondFactor() {
  const { t } = useText();
  const { setUp } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.codes)
    return <RecoveryCodesView codes={sent.codes} next={sent.next} nextText={t("desk:setUp.toAccount")} />;
  return <SecondFactorView setUp={sent?.setUp ?? setUp} answer={sent?.answer} asksPassword mayPutOff={false} />;
}
