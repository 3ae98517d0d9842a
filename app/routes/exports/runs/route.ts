import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportRuns } from "#app/domain/moderation/commands/export-runs.server.ts";
import { runListOf } from "#app/domain/moderation/decision-run.ts";
import { exportFormatSchema } from "#app/domain/shared/export-format.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { download } from "#app/http/download.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { runSheet } from "#app/http/sheets.server.ts";
import { paths } from "#app/routes/paths.ts";

/** Opened as a page there is nothing to see: each export is written down, and that takes the button. */
export async function loader(args: LoaderFunctionArgs) {
  await staffContext(args, "ADMIN", "MODERATOR");
  return redirect(paths.deskRuns(), 303);
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return respondPage(async () => {
    const fields = await readForm(args);
    const format = exportFormatSchema.parse(fields.format);
    const { locale, now } = context;
    const batches = await exportRuns(context, { list: runListOf(fields.list), format });
    const site = text(locale).t("common:siteName");
    return download(runSheet(locale, batches), { site, plainName: "decisions", format, now });
  });
}
