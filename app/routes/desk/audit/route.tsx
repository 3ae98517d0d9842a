import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditView } from "#app/components/audit/audit-view.tsx";
import { auditFilterSchema } from "#app/domain/audit/audit-log.ts";
import { listAuditEntries } from "#app/domain/audit/queries/list-audit-entries.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  const asked = Object.fromEntries(context.url.searchParams);
  const filter = auditFilterSchema.parse(asked);
  const { items, next, head } = await listAuditEntries(context.actor, filter);
  return {
    page: privatePageInfo(context, text(context.locale).t("desk:audit.title")),
    entries: items,
    next,
    head,
    filter,
    asked,
  };
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Audit() {
  const { page: _page, ...log } = useLoaderData<typeof loader>();
  return <AuditView {...log} />;
}
