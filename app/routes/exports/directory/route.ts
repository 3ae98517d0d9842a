import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportDirectory } from "#app/domain/directory/commands/export-directory.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { directorySheet } from "#app/http/directory-sheet.server.ts";
import { download } from "#app/http/download.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

/** Opened as a page there is nothing to see: each export is written down, and that takes the button. */
export async function loader(args: LoaderFunctionArgs) {
  await staffContext(args, "ADMIN", "MODERATOR");
  return redirect(paths.deskDirectory(), 303);
}

/** As CSV alone: that is what the import reads. */
export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return respondPage(async () => {
    const { locale, now } = context;
    const sheet = directorySheet(locale, await exportDirectory(context));
    return download(sheet, { site: text(locale).t("common:siteName"), plainName: "directory", format: "csv", now });
  });
}
