import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportFigures } from "#app/domain/figures/queries/export-figures.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { download } from "#app/http/download.server.ts";
import { limit } from "#app/http/limits.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { figureSheet } from "#app/http/sheets.server.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";

/** The figures of the transparency page, for everybody's own use, in the language of the address. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale, now, url } = requestContext(args);
  return respondPage(async () => {
    if (url.pathname !== localizedPath(locale, paths.transparencyCsv())) throw notFound();
    await limit(args, "export");
    const sheet = figureSheet(locale, exportFigures(actor, locale, now));
    return download(sheet, { site: text(locale).t("common:siteName"), plainName: "transparency", format: "csv", now });
  });
}
