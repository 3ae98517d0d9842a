import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TransparencyView } from "#app/components/figures/transparency-view.tsx";
import { getTransparencyPage } from "#app/domain/figures/queries/get-transparency-page.server.ts";
import { periodSchema } from "#app/domain/figures/work-figures.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { publicHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export const headers = publicHeaders;
export const meta = pageMeta;

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  const period = periodSchema.parse(context.url.searchParams.get("period"));
  return {
    shown: await getTransparencyPage(context.actor, period, context),
    page: pageInfo(context, { title: t("figures:title"), description: t("figures:lead"), query: ["period"] }),
  };
}

export default function Transparency() {
  const { shown } = useLoaderData<typeof loader>();
  return <TransparencyView shown={shown} />;
}
