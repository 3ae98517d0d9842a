import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RulesView } from "#app/components/directory/rules-view.tsx";
import { mayEditDirectory } from "#app/domain/directory/directory.ts";
import { listRoutingRules } from "#app/domain/directory/queries/list-routing-rules.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return {
    page: privatePageInfo(context, text(context.locale).t("desk:directory.rulesTitle")),
    rules: await listRoutingRules(context.actor, context.locale),
    mayChange: mayEditDirectory(context.actor),
  };
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Rules() {
  const { rules, mayChange } = useLoaderData<typeof loader>();
  return <RulesView rules={rules} mayChange={mayChange} />;
}
