import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InboxTable } from "#app/components/inbound/inbox-table.tsx";
import { useText } from "#app/components/text.tsx";
import { listInbox } from "#app/domain/inbound/queries/list-inbox.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

const pageSize = 50;

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  const asked = context.url.searchParams;
  const everything = asked.get("state") === "all";
  return respondPage(async () => ({
    page: privatePageInfo(context, text(context.locale).t("inbox:title")),
    everything,
    wasPutAside: asked.get("done") === "aside",
    messages: await listInbox(
      context.actor,
      { everything },
      { after: asked.get("after"), before: asked.get("before"), size: pageSize },
    ),
  }));
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function InboxPage() {
  const { t } = useText();
  const { messages, everything, wasPutAside } = useLoaderData<typeof loader>();
  const at = (name: "after" | "before", cursor: string) =>
    `${paths.deskInbox()}?${new URLSearchParams([...(everything ? [["state", "all"]] : []), [name, cursor]])}`;
  return (
    <Stack gap="lg">
      {wasPutAside && <NotificationBanner tone="success" live title={t("inbox:aside.done")} />}
      <DeskHeading
        title={t("inbox:title")}
        about={t("inbox:about")}
        actions={
          <Link href={paths.deskInbox(everything ? {} : { state: "all" })} alone>
            {t(everything ? "inbox:onlyOpen" : "inbox:everything")}
          </Link>
        }
      />
      <InboxTable messages={messages.items} />
      <Pagination
        label={t("mailLog:pages.label")}
        previous={
          messages.previous === null
            ? undefined
            : { href: at("before", messages.previous), label: t("mailLog:pages.previous") }
        }
        next={messages.next === null ? undefined : { href: at("after", messages.next), label: t("mailLog:pages.next") }}
      />
    </Stack>
  );
}
