import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import type { FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { Moment } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { TrustedRow } from "#app/domain/moderation/queries/list-trusted.server.ts";
import type { Page } from "#app/domain/shared/page.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";

/** Whom the office trusts, by what it noted about them; their addresses are not shown. */
export function TrustedView({
  trusted,
  answer,
}: {
  trusted: Page<TrustedRow> & { count: number };
  answer?: FormAnswer;
}) {
  const { t, locale } = useText();
  const form = useDeskForm({ initial: {}, answer }, {});
  const at = (query: Record<string, string>) => `${paths.deskTrusted()}?${new URLSearchParams(query)}`;
  return (
    <>
      {form.messages}
      <DoneBanner />
      <DeskHeading title={t("trusted:title")} about={t("trusted:about")} />
      <Table
        id="trusted"
        caption={t("trusted:list", { count: trusted.count })}
        rows={trusted.items}
        rowKey={(row) => row.id}
        empty={t("trusted:none")}
        columns={[
          {
            key: "note",
            header: t("trusted:note"),
            rowHeader: true,
            roomy: true,
            cell: (row) => <OwnWords>{row.note}</OwnWords>,
          },
          {
            key: "state",
            header: t("trusted:state"),
            nowrap: true,
            cell: ({ isSuspended }) => (
              <StatusBadge tone={isSuspended ? "warning" : "success"}>
                {t(isSuspended ? "trusted:suspended" : "trusted:trusted")}
              </StatusBadge>
            ),
          },
          {
            key: "published",
            header: t("trusted:published"),
            nowrap: true,
            cell: ({ published }) => String(published),
          },
          {
            key: "since",
            header: t("trusted:since"),
            cell: (row) => (
              <>
                <OwnWords>{row.by}</OwnWords> <Moment at={row.since} locale={locale} />
              </>
            ),
          },
          {
            key: "revoke",
            header: t("trusted:act"),
            cell: (row) => (
              <PageForm>
                <input type="hidden" name="trustId" value={row.id} />
                <input type="hidden" name="trustVersion" value={row.version} />
                <Button variant="outline" size="sm">
                  {t("trusted:revoke")}
                </Button>
              </PageForm>
            ),
          },
        ]}
      />
      <Pagination
        label={t("trusted:pages")}
        previous={
          trusted.previous ? { href: at({ before: trusted.previous }), label: t("desk:queue.previous") } : undefined
        }
        next={trusted.next ? { href: at({ after: trusted.next }), label: t("desk:queue.next") } : undefined}
      />
    </>
  );
}
