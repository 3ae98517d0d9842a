import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountView } from "#app/components/staff/account-view.tsx";
import { RecoveryCodesView } from "#app/components/staff/second-factor-view.tsx";
import { useText } from "#app/components/text.tsx";
import { getAccountPage } from "#app/domain/staff/queries/get-account-page.server.ts";
import { answerAccountForm } from "#app/http/account-acts.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { paths } from "#app/routes/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args);
  const { name, role } = context.actor;
  return {
    page: privatePageInfo(context, text(context.locale).t("desk:account.title")),
    account: await getAccountPage(context.actor, { sessionId: context.session.sessionId, now: context.now }),
    name,
    role,
    language: context.session.account.locale,
  };
}

export async function action(args: ActionFunctionArgs) {
  return answerAccountForm(args, await staffContext(args));
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Account() {
  const { t } = useText();
  const { page: _page, ...account } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.codes)
    return <RecoveryCodesView codes={sent.codes} next={paths.deskAccount()} nextText={t("desk:setUp.toAccount")} />;
  return <AccountView {...account} answer={sent?.answer} />;
}
