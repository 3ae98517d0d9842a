import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProposalsView } from "#app/components/proposal/proposals-view.tsx";
import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import { proposalListQuery } from "#app/domain/reading/proposal-list.ts";
import { listProposals } from "#app/domain/reading/queries/list-proposals.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { PageBody, PageHeading } from "#app/ui/layout.tsx";

export const headers = publicHeaders;
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  const query = proposalListQuery.parse(Object.fromEntries(context.url.searchParams));
  return {
    query,
    list: await listProposals(context.actor, query, context.locale),
    page: pageInfo(context, {
      title: t("public:proposals.title"),
      description: t("public:proposals.lead"),
      query: ["kind", "theme", "handling", "outcome", "sort", "after", "before"],
    }),
  };
}

export default function Proposals() {
  const { list, query } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <PageBody breadcrumb={<Crumbs items={[{ label: t("public:proposals.title") }]} />}>
      <PageHeading title={t("public:proposals.title")} lead={t("public:proposals.lead")} />
      <ProposalsView list={list} query={query} />
    </PageBody>
  );
}
