import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SearchView } from "#app/components/search/search-view.tsx";
import { searchPublished } from "#app/domain/search/queries/search-published.server.ts";
import { longestSearch, readSearch } from "#app/domain/shared/search-query.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  const typed = context.url.searchParams.get("q") ?? "";
  const query = readSearch(typed);
  return {
    typed: typed.slice(0, longestSearch),
    found: query && {
      text: query.text,
      isCut: query.isCut,
      results: await searchPublished(context.actor, query, context.locale),
    },
    page: pageInfo(context, {
      title: query ? t("public:search.titleFor", { query: query.text }) : t("public:search.title"),
      description: t("public:search.lead"),
      query: ["q"],
    }),
  };
}

export default function Search() {
  const { typed, found } = useLoaderData<typeof loader>();
  return <SearchView typed={typed} found={found} />;
}
