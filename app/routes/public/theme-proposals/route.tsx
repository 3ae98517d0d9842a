import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProposalsView } from "#app/components/proposal/proposals-view.tsx";
import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import { proposalListQuery } from "#app/domain/reading/proposal-list.ts";
import { listThemeProposals } from "#app/domain/reading/queries/list-proposals.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";
import { PageBody, PageHeading } from "#app/ui/layout.tsx";

export const headers = publicHeaders;
export const meta = pageMeta;

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = requestContext(args);
    const { t } = text(context.locale);
    const query = proposalListQuery.parse(Object.fromEntries(context.url.searchParams));
    const list = await listThemeProposals(context.actor, args.params.slug ?? "", query, context.locale);
    return {
      query,
      list,
      page: pageInfo(context, {
        title: t("public:proposals.themeTitle", { theme: list.theme.title }),
        description: t("public:proposals.themeLead"),
        query: ["kind", "handling", "outcome", "sort", "after", "before"],
      }),
    };
  });
}

export default function ThemeProposals() {
  const { list, query } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { theme } = list;
  return (
    <PageBody
      breadcrumb={
        <Crumbs
          items={[
            { label: t("common:nav.themes"), to: paths.themes() },
            { label: theme.title, to: paths.theme(theme.slug) },
            { label: t("public:proposals.title") },
          ]}
        />
      }
    >
      <PageHeading
        title={t("public:proposals.themeTitle", { theme: theme.title })}
        lead={t("public:proposals.themeLead")}
      />
      <ProposalsView list={list} query={query} theme={theme} />
    </PageBody>
  );
}
