import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MailHealthView } from "#app/components/mail/mail-health-view.tsx";
import { getFetchedMailbox } from "#app/domain/inbound/queries/get-fetched-mailbox.server.ts";
import { sendTestMail } from "#app/domain/mail/commands/send-test-mail.server.ts";
import { askDomainsAnew, getMailHealth } from "#app/domain/mail/queries/get-mail-health.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm } from "#app/http/desk-form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  return respondPage(async () => ({
    page: privatePageInfo(context, text(context.locale).t("mailHealth:title")),
    health: await getMailHealth(context.actor, context),
    mailbox: await getFetchedMailbox(context.actor, context.now),
    wasTested: context.url.searchParams.get("done") === "tested",
  }));
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  return answerForm(args, async ({ fields }) => {
    if (fields.act === "check") {
      await askDomainsAnew(context.actor, context.now);
      throw redirect(`${paths.deskMailHealth()}#domain`, 303);
    }
    await sendTestMail(context);
    throw redirect(`${paths.deskMailHealth()}?done=tested`, 303);
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function MailHealthPage() {
  const { page: _page, ...shown } = useLoaderData<typeof loader>();
  return <MailHealthView {...shown} answer={useActionData<typeof action>()?.answer} />;
}
