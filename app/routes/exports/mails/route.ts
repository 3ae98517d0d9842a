import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportMails } from "#app/domain/mail/commands/export-mails.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { exportFormatSchema } from "#app/domain/shared/export-format.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { download } from "#app/http/download.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { mailFilterOf } from "#app/http/mail-filter.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { mailSheet } from "#app/http/sheets.server.ts";
import { paths } from "#app/routes/paths.ts";

/** Opened as a page there is nothing to see: each export is written down, and that takes the button. */
export async function loader(args: LoaderFunctionArgs) {
  await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return redirect(paths.deskMails(), 303);
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return respondPage(async () => {
    const fields = await readForm(args);
    const format = exportFormatSchema.parse(fields.format);
    const { filter } = mailFilterOf(new URLSearchParams(fields));
    if (filter === null) throw notFound();
    const { locale, now } = context;
    const batches = await exportMails(context, { filter, format });
    const site = text(locale).t("common:siteName");
    return download(mailSheet(locale, batches), { site, plainName: "mail-log", format, now });
  });
}
