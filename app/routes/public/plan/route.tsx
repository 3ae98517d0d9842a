import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlanView } from "#app/components/plan/plan-view.tsx";
import { getPlanPage } from "#app/domain/reading/queries/get-plan-page.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  return {
    plans: await getPlanPage(context.actor, context.locale, context.now),
    page: pageInfo(context, { title: t("public:plan.title"), description: t("public:plan.lead") }),
  };
}

export default function Plan() {
  const { plans } = useLoaderData<typeof loader>();
  return <PlanView plans={plans} />;
}
