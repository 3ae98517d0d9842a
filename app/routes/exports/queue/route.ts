import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportQueue } from "#app/domain/moderation/commands/export-queue.server.ts";
import { exportProfileSchema, queueFilterOf } from "#app/domain/moderation/queue.ts";
import { exportFormatSchema } from "#app/domain/shared/export-format.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { download } from "#app/http/download.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { publishedSheet, queueSheet } from "#app/http/sheets.server.ts";
import { paths } from "#app/routes/paths.ts";

/** Opened as a page there is nothing to see: each export is written down, and that takes the button. */
export async function loader(args: LoaderFunctionArgs) {
  await staffContext(args);
  return redirect(paths.desk(), 303);
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args);
  return respondPage(async () => {
    const fields = await readForm(args);
    const format = exportFormatSchema.parse(fields.format);
    const filter = queueFilterOf(new URLSearchParams(fields));
    const profile = exportProfileSchema.parse(fields.profile);
    const { locale, now } = context;
    const { t } = text(locale);
    const taken = await exportQueue(context, { filter, format, profile });
    const file = { site: t("common:siteName"), plainName: `queue-${profile}`, format, now };
    return taken.profile === "public"
      ? download(publishedSheet(locale, t("desk:export.published"), taken.batches), file)
      : download(queueSheet(locale, taken.batches), file);
  });
}
