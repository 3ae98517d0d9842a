import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExportButtons } from "#app/components/desk/export-buttons.tsx";
import { MailFilter } from "#app/components/mail/mail-filter.tsx";
import { MailTable } from "#app/components/mail/mail-table.tsx";
import { useText } from "#app/components/text.tsx";
import { mayCheckDelivery } from "#app/domain/mail/delivery-checks.ts";
import { listMails } from "#app/domain/mail/queries/list-mails.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { mailFilterOf } from "#app/http/mail-filter.server.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

const pageSize = 50;

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  const asked = context.url.searchParams;
  const { filter, values } = mailFilterOf(asked);
  return respondPage(async () => ({
    page: privatePageInfo(context, text(context.locale).t("mailLog:title")),
    values,
    numberIsWrong: filter === null,
    mayCheck: mayCheckDelivery(context.actor),
    mails:
      filter === null
        ? { items: [], next: null, previous: null }
        : await listMails(context.actor, filter, {
            after: asked.get("after"),
            before: asked.get("before"),
            size: pageSize,
          }),
  }));
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function MailsPage() {
  const { t } = useText();
  const { mails, values, numberIsWrong, mayCheck } = useLoaderData<typeof loader>();
  const address = (name: "after" | "before", cursor: string) => {
    const kept = Object.entries(values).filter(([, value]) => value !== "");
    return `${paths.deskMails()}?${new URLSearchParams([...kept, [name, cursor]])}`;
  };
  return (
    <Stack gap="lg">
      <DeskHeading
        title={t("mailLog:title")}
        about={t("mailLog:about")}
        actions={
          <>
            {mayCheck && (
              <Link href={paths.deskMailHealth()} alone>
                {t("mailHealth:toHealth")}
              </Link>
            )}
            <Link href={paths.deskMailTemplates()} alone>
              {t("mailTemplates:toTemplates")}
            </Link>
          </>
        }
      />
      <MailFilter values={values} numberIsWrong={numberIsWrong} />
      <MailTable mails={mails.items} />
      <Pagination
        label={t("mailLog:pages.label")}
        previous={
          mails.previous === null
            ? undefined
            : { href: address("before", mails.previous), label: t("mailLog:pages.previous") }
        }
        next={mails.next === null ? undefined : { href: address("after", mails.next), label: t("mailLog:pages.next") }}
      />
      {mails.items.length > 0 && <ExportButtons action={paths.deskExportMails()} filter={values} />}
    </Stack>
  );
}
