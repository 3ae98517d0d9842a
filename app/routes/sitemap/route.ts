import type { LoaderFunctionArgs } from "@remix-run/node";
import { listSitePages } from "#app/domain/reading/queries/list-site-pages.server.ts";
import { requestContext } from "#app/http/context.server.ts";
import { mostSitemapProposals, sitemap } from "#app/http/sitemap.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = requestContext(args);
  return new Response(sitemap(await listSitePages(actor, mostSitemapProposals)), {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
