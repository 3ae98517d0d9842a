import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailboxTestView } from "#app/components/directory/mailbox-test-view.tsx";
import { acknowledgeMailbox } from "#app/domain/directory/commands/acknowledge-mailbox.server.ts";
import { findMailboxTest } from "#app/domain/directory/queries/find-mailbox-test.server.ts";
import { text } from "#app/http/context.server.ts";
import { entryContext } from "#app/http/desk-frame.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { limit } from "#app/http/limits.server.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

/** Opening the page acknowledges nothing: mail filters open links too. */
export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await entryContext(args);
    const test = await findMailboxTest(args.params.token ?? "", context.locale);
    const page = privatePageInfo(context, text(context.locale).t("clock:mailbox.title"));
    return { staffLocale: context.locale, page, test };
  });
}

export function action(args: ActionFunctionArgs) {
  return respondPage(async () => {
    await limit(args, "track");
    const token = args.params.token ?? "";
    await acknowledgeMailbox(await entryContext(args), { token });
    return redirect(paths.deskMailbox(token), 303);
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Mailbox() {
  return <MailboxTestView {...useLoaderData<typeof loader>().test} />;
}
