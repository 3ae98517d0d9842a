import { ExportButtons } from "#app/components/desk/export-buttons.tsx";
import { Moment } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import { type RunList, type RunRow, runLists } from "#app/domain/moderation/decision-run.ts";
import type { Page } from "#app/domain/shared/page.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { EmptyState, Row, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";
import { RunBadge } from "./run-view.tsx";

/** Decisions as they were planned, newest first: how far each is and how it went. */
export function RunsView({ runs, which }: { runs: Page<RunRow>; which: RunList }) {
  const { t } = useText();
  const at = (query: Record<string, string>) => `${paths.deskRuns()}?${new URLSearchParams({ list: which, ...query })}`;
  return (
    <Stack gap="lg">
      <DeskHeading
        title={t("runs:list.title")}
        about={t("runs:list.about")}
        actions={
          <Link href={paths.desk()} icon="arrow-left" alone>
            {t("runs:form.back")}
          </Link>
        }
      />
      <nav aria-label={t("runs:list.lists")}>
        <Row>
          {runLists.map((list) =>
            list === which ? (
              <strong key={list} aria-current="page">
                {t(`runs:list.${list}`)}
              </strong>
            ) : (
              <Link key={list} href={at({ list })} alone>
                {t(`runs:list.${list}`)}
              </Link>
            ),
          )}
        </Row>
      </nav>
      {runs.items.length > 0 ? (
        <RunTable rows={runs.items} />
      ) : (
        <EmptyState
          picture="record"
          title={t("runs:list.empty")}
          actions={
            which !== "all" && (
              <ButtonLink href={at({ list: "all" })} variant="outline">
                {t("runs:list.all")}
              </ButtonLink>
            )
          }
        >
          {t("runs:list.emptyAbout")}
        </EmptyState>
      )}
      <Pagination
        label={t("runs:list.pages")}
        previous={runs.previous ? { href: at({ before: runs.previous }), label: t("desk:queue.previous") } : undefined}
        next={runs.next ? { href: at({ after: runs.next }), label: t("desk:queue.next") } : undefined}
      />
      {runs.items.length > 0 && <ExportButtons action={paths.deskExportRuns()} filter={{ list: which }} />}
    </Stack>
  );
}

function RunTable({ rows }: { rows: RunRow[] }) {
  const { t, locale } = useText();
  return (
    <Table
      id="runs"
      caption={t("runs:list.title")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "at",
          header: t("runs:page.plannedAt"),
          rowHeader: true,
          cell: ({ id, plannedAt }) => (
            <a href={paths.deskRun(id)} data-row="">
              <Moment at={plannedAt} locale={locale} />
            </a>
          ),
        },
        { key: "decision", header: t("runs:form.decision"), cell: (run) => t(`desk:review.preview.${run.decision}`) },
        {
          key: "items",
          header: t("runs:list.texts"),
          nowrap: true,
          cell: ({ number, size }) => number ?? t("runs:confirm.texts", { n: size }),
        },
        {
          key: "state",
          header: t("desk:queue.state"),
          nowrap: true,
          cell: ({ state, failedCount }) => (
            <div className="flex flex-col items-start gap-1">
              <RunBadge state={state} />
              {failedCount > 0 && (
                <StatusBadge tone="error">{t("runs:list.failedCount", { n: failedCount })}</StatusBadge>
              )}
            </div>
          ),
        },
        { key: "by", header: t("runs:page.by"), cell: ({ by }) => by },
      ]}
    />
  );
}
