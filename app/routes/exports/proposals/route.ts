import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportProposals } from "#app/domain/reading/queries/export-proposals.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { download } from "#app/http/download.server.ts";
import { limit } from "#app/http/limits.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { publishedSheet } from "#app/http/sheets.server.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";

/** What is published, for everybody's own use, in the language of the address. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale, now, url } = requestContext(args);
  return respondPage(async () => {
    if (url.pathname !== localizedPath(locale, paths.proposalsCsv())) throw notFound();
    await limit(args, "export");
    const { t } = text(locale);
    const sheet = publishedSheet(locale, t("public:openData.name"), exportProposals(actor, locale));
    return download(sheet, { site: t("common:siteName"), plainName: "proposals", format: "csv", now });
  });
}
