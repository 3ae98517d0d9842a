import { Moment } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { RunItem, RunItemState, RunPage, RunState } from "#app/domain/moderation/decision-run.ts";
import { itemAddress } from "#app/domain/moderation/queue.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeLeft, UndoForm } from "./undo-banner.tsx";

const runTones: Record<RunState, StatusTone> = {
  WAITING: "info",
  RUNNING: "progress",
  DONE: "success",
  CANCELLED: "neutral",
};

const itemTones: Record<RunItemState, StatusTone> = {
  WAITING: "info",
  DONE: "success",
  FAILED: "error",
  CANCELLED: "neutral",
};

export function RunBadge({ state }: { state: RunState }) {
  const { t } = useText();
  return <StatusBadge tone={runTones[state]}>{t(`runs:state.${state}`)}</StatusBadge>;
}

/** How far a run is, what became of each text, and how it is taken back or undone. */
export function RunView({ run }: { run: RunPage }) {
  const { t } = useText();
  return (
    <Stack gap="lg">
      <DeskHeading
        title={t("runs:page.title", { what: t(`desk:review.preview.${run.decision}`), n: run.size })}
        actions={
          <Link href={paths.deskRuns()} icon="arrow-left" alone>
            {t("runs:list.title")}
          </Link>
        }
      />
      {run.mayCancel && (
        <div id="waits" data-while="">
          <NotificationBanner
            tone="info"
            live
            headingLevel="p"
            title={t("runs:page.waits")}
            actions={<UndoForm id={run.id} back="" />}
          >
            <TimeLeft planned={{ state: "WAITING", secondsLeft: run.secondsLeft }} />
          </NotificationBanner>
        </div>
      )}
      <Progress run={run} />
    </Stack>
  );
}

function Facts({ run }: { run: RunPage }) {
  const { t, locale } = useText();
  return (
    <>
      <DescriptionList
        items={[
          { term: t("runs:page.by"), description: run.by },
          { term: t("runs:page.plannedAt"), description: <Moment at={run.plannedAt} locale={locale} /> },
          ...(run.finishedAt
            ? [{ term: t("runs:page.finishedAt"), description: <Moment at={run.finishedAt} locale={locale} /> }]
            : []),
          ...(run.reason ? [{ term: t("desk:review.reason"), description: run.reason }] : []),
          ...(run.explanation
            ? [{ term: t("desk:review.explanation"), description: <Prose text={run.explanation} /> }]
            : []),
        ]}
      />
      {run.reverse && (
        <form method="post" action={paths.deskNewRun()}>
          <input type="hidden" name="scope" value="run" />
          <input type="hidden" name="run" value={run.id} />
          <input type="hidden" name="decision" value={run.reverse} />
          <Button name="intent" value="choose" variant="outline">
            {t(`runs:page.reverse.${run.reverse}`, { n: run.doneCount })}
          </Button>
        </form>
      )}
    </>
  );
}

/**
 * What changes while a run goes on. A script exchanges it for the newest as long as it says `data-follow`, and then opens the page anew;
 * without one, a link does.
 */
function Progress({ run }: { run: RunPage }) {
  const { t } = useText();
  const goesOn = run.state === "WAITING" || run.state === "RUNNING";
  const decided = run.doneCount + run.failedCount;
  return (
    <div id="progress" data-follow={goesOn ? "" : undefined}>
      <Stack gap="lg">
        <Stack gap="sm">
          <p role="status">
            <RunBadge state={run.state} />{" "}
            {t(`runs:page.progress.${run.state}`, {
              decided,
              all: run.size,
              done: run.doneCount,
              failed: run.failedCount,
            })}
          </p>
          {run.state !== "CANCELLED" && (
            <progress
              value={decided}
              max={run.size}
              aria-label={t("runs:page.progressLabel")}
              className="h-4 w-full accent-accent"
            />
          )}
          {goesOn && (
            <p>
              <Link href={paths.deskRun(run.id)}>{t("runs:page.refresh")}</Link>
            </p>
          )}
        </Stack>
        <Facts run={run} />
        {run.failed.length > 0 && (
          <Items id="failed-table" items={run.failed} caption={t("runs:page.failed", { n: run.failed.length })} why />
        )}
        {run.items.length > 0 && (
          <>
            <Items id="items-table" items={run.items} caption={t("runs:page.items")} />
            <Pagination
              label={t("runs:page.pages")}
              previous={
                run.previous === null
                  ? undefined
                  : { href: `${paths.deskRun(run.id)}?after=${run.previous}`, label: t("desk:queue.previous") }
              }
              next={
                run.next === null
                  ? undefined
                  : { href: `${paths.deskRun(run.id)}?after=${run.next}`, label: t("desk:queue.next") }
              }
            />
          </>
        )}
      </Stack>
    </div>
  );
}

/** What became of each; of those that failed (`why`) the reason stands where the result would. */
function Items({ id, items, caption, why = false }: { id: string; items: RunItem[]; caption: string; why?: boolean }) {
  const { t } = useText();
  return (
    <Table
      id={id}
      caption={caption}
      rows={items}
      rowKey={({ position }) => String(position)}
      columns={[
        {
          key: "number",
          header: t("desk:queue.number"),
          rowHeader: true,
          nowrap: true,
          cell: (item) => <Link href={itemAddress(item, {})}>{item.number}</Link>,
        },
        ...(why
          ? [
              {
                key: "why",
                header: t("runs:confirm.why"),
                roomy: true,
                cell: ({ problem }: RunItem) => problem && t(`errors:${problem}`),
              },
            ]
          : [
              {
                key: "state",
                header: t("runs:page.result"),
                nowrap: true,
                cell: ({ state }: RunItem) => (
                  <StatusBadge tone={itemTones[state]}>{t(`runs:item.${state}`)}</StatusBadge>
                ),
              },
            ]),
        {
          key: "title",
          header: t("desk:queue.itemTitle"),
          roomy: true,
          cell: ({ title }) => (
            <span dir="auto" lang={languageOf(title)} className="wrap-anywhere">
              {title}
            </span>
          ),
        },
      ]}
    />
  );
}
