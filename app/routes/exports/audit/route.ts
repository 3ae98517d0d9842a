import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { auditFilterSchema } from "#app/domain/audit/audit-log.ts";
import { exportAuditLog } from "#app/domain/audit/commands/export-audit-log.server.ts";
import { exportFormatSchema } from "#app/domain/shared/export-format.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { download } from "#app/http/download.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { auditSheet } from "#app/http/sheets.server.ts";
import { paths } from "#app/routes/paths.ts";

/** Opened as a page there is nothing to see: each export is written down, and that takes the button. */
export async function loader(args: LoaderFunctionArgs) {
  await staffContext(args, "ADMIN", "MODERATOR");
  return redirect(paths.deskAudit(), 303);
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return respondPage(async () => {
    const fields = await readForm(args);
    const format = exportFormatSchema.parse(fields.format);
    const batches = await exportAuditLog(context, { filter: auditFilterSchema.parse(fields), format });
    const site = text(context.locale).t("common:siteName");
    return download(auditSheet(context.locale, batches), { site, plainName: "audit-log", format, now: context.now });
  });
}
