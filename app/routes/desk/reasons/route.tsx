import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReasonsView } from "#app/components/moderation/reasons-view.tsx";
import { listReasons } from "#app/domain/moderation/queries/list-reasons.server.ts";
import { mayEditReasons } from "#app/domain/moderation/reasons.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return {
    page: privatePageInfo(context, text(context.locale).t("reasons:title")),
    rows: await listReasons(context.actor),
    mayChange: mayEditReasons(context.actor),
  };
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Reasons() {
  const { page: _page, ...list } = useLoaderData<typeof loader>();
  return <ReasonsView {...list} />;
}
