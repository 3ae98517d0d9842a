import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RepliesView } from "#app/components/moderation/replies-view.tsx";
import { listCannedReplies } from "#app/domain/moderation/queries/list-canned-replies.server.ts";
import { mayEditReplies } from "#app/domain/moderation/reasons.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return {
    page: privatePageInfo(context, text(context.locale).t("reasons:replies.title")),
    rows: await listCannedReplies(context.actor, context.locale),
    mayChange: mayEditReplies(context.actor),
  };
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Replies() {
  const { page: _page, ...list } = useLoaderData<typeof loader>();
  return <RepliesView {...list} />;
}
