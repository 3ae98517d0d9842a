import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlanEditingView } from "#app/components/plan/plan-editing-view.tsx";
import { listPlanEditing } from "#app/domain/plan/queries/list-plan-editing.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  const page = privatePageInfo(context, text(context.locale).t("desk:themes.title"));
  return { page, plans: await listPlanEditing(context.actor, context.locale) };
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Themes() {
  const { plans } = useLoaderData<typeof loader>();
  return <PlanEditingView plans={plans} />;
}
