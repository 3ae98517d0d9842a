import { ExportButtons } from "#app/components/desk/export-buttons.tsx";
import { Shortcuts } from "#app/components/desk/shortcuts.tsx";
import { channelIcons } from "#app/components/paper/channel-words.ts";
import { useText } from "#app/components/text.tsx";
import {
  countLimit,
  type Queue,
  type QueueFilter,
  type QueueRow,
  queueKinds,
  queueQuery,
  queueViews,
} from "#app/domain/moderation/queue.ts";
import { formatShort } from "#app/domain/shared/japanese-date.ts";
import { handlingStates, reviewStates } from "#app/domain/submission/submission.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ChipLabel } from "#app/ui/chip-label.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { EmptyState, FilterBar, Row, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";
import { HandlingBadge, KindChip, ReviewBadge } from "./state-badges.tsx";

type Props = {
  queue: Queue;
  filter: QueueFilter;
  forOfficer: boolean;
  /** Whether this reader may type in what came on paper or by telephone. */
  mayEnter: boolean;
};

/** Heaps that moderators alone work on. */
const decidedElsewhere: readonly string[] = ["pending", "appeals", "assign"];

/** What there is to do, oldest first: heaps, filters, one row an item. */
export function QueueView(props: Props) {
  const { t } = useText();
  const { queue, filter, forOfficer, mayEnter } = props;
  const views = forOfficer ? queueViews.filter((view) => !decidedElsewhere.includes(view)) : queueViews;
  const at = (changes: Record<string, string | null>) => addressOf({ ...filter, ...changes });
  return (
    <Stack>
      <DeskHeading
        title={t("desk:queue.title")}
        about={t(forOfficer ? "desk:queue.aboutOfficer" : "desk:queue.about")}
        actions={
          <>
            {mayEnter && (
              <ButtonLink href={paths.deskEntry()} variant="outline" icon="document">
                {t("entry:open")}
              </ButtonLink>
            )}
            <Shortcuts page="queue" />
          </>
        }
      />
      <nav aria-label={t("desk:queue.views.label")}>
        <ul className="flex flex-wrap gap-2">
          {views.map((view) => (
            <li key={view}>
              <a
                href={at({ view })}
                aria-current={queue.view === view ? "page" : undefined}
                className={`inline-flex min-h-11 items-center gap-2 rounded-full border px-4 no-underline hover:underline ${
                  queue.view === view
                    ? "border-accent bg-accent font-bold text-on-accent visited:text-on-accent hover:text-on-accent"
                    : "border-line-strong bg-surface text-ink visited:text-ink"
                }`}
              >
                {t(`desk:queue.views.${view}`)}
                <span className="tabular-nums">
                  {queue.counts[view] >= countLimit ? t("desk:queue.many", { n: countLimit }) : queue.counts[view]}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filters {...props} />
      {queue.page.items.length > 0 ? (
        <QueueTable
          rows={queue.page.items}
          caption={t(`desk:queue.views.${queue.view}`)}
          filter={{ ...filter, view: queue.view }}
        />
      ) : (
        <EmptyQueue queue={queue} filter={filter} />
      )}
      <Pagination
        label={t("desk:queue.pages")}
        previous={
          queue.page.previous
            ? { href: at({ view: queue.view, before: queue.page.previous }), label: t("desk:queue.previous") }
            : undefined
        }
        next={
          queue.page.next
            ? { href: at({ view: queue.view, after: queue.page.next }), label: t("desk:queue.next") }
            : undefined
        }
      />
      {queue.page.items.length > 0 && (
        <ExportButtons action={paths.deskExportQueue()} filter={{ ...filter, view: queue.view }} />
      )}
    </Stack>
  );
}

function EmptyQueue({ queue: { view }, filter: { view: _view, ...filters } }: Pick<Props, "queue" | "filter">) {
  const { t } = useText();
  const isFiltered = Object.values(filters).some((value) => value !== null);
  return (
    <EmptyState
      picture={isFiltered ? "search" : "done"}
      title={t("desk:queue.empty")}
      actions={
        isFiltered && (
          <ButtonLink href={addressOf({ view })} variant="outline">
            {t("emptyDesk:all")}
          </ButtonLink>
        )
      }
    >
      {t(`emptyDesk:queue.${isFiltered ? "filtered" : view}`)}
    </EmptyState>
  );
}

function addressOf(query: Record<string, string | null>): string {
  const filled = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return filled.length === 0 ? paths.desk() : `${paths.desk()}?${new URLSearchParams(filled)}`;
}

function Filters({ queue, filter }: Props) {
  const { t } = useText();
  const select = (name: "theme" | "kind" | "review" | "handling" | "desk", options: SelectOption[]) => (
    <Select
      id={`filter-${name}`}
      name={name}
      label={t(`desk:queue.${name}`)}
      options={options}
      emptyLabel={t("desk:queue.any")}
      defaultValue={filter[name] ?? ""}
    />
  );
  const named = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`desk:queue.${group}.${value}`) }));
  return (
    <FilterBar
      action={paths.desk()}
      label={t("desk:queue.filters")}
      actions={
        <>
          <input type="hidden" name="view" value={queue.view} />
          <Button size="sm">{t("desk:queue.apply")}</Button>
          <Link href={addressOf({ view: queue.view })}>{t("desk:queue.reset")}</Link>
        </>
      }
    >
      {select("theme", queue.themes)}
      {select("kind", named("kinds", queueKinds))}
      {select("review", named("reviews", reviewStates))}
      {select("handling", named("handlings", handlingStates))}
      {select("desk", queue.desks)}
    </FilterBar>
  );
}

function QueueTable({ rows, caption, filter }: { rows: QueueRow[]; caption: string; filter: QueueFilter }) {
  const { t, locale } = useText();
  const query = queueQuery(filter);
  const address = ({ type, number }: QueueRow) =>
    `${type === "submission" ? paths.deskSubmission(number) : paths.deskComment(number)}?${query}`;
  return (
    <Table
      id="queue"
      caption={caption}
      captionHidden
      density="dense"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "number",
          header: t("desk:queue.number"),
          rowHeader: true,
          nowrap: true,
          cell: (row) => (
            <a href={address(row)} data-row="">
              {row.number}
            </a>
          ),
        },
        { key: "kind", header: t("desk:queue.kind"), nowrap: true, cell: ({ kind }) => <KindChip kind={kind} /> },
        { key: "title", header: t("desk:queue.itemTitle"), roomy: true, cell: (row) => <ItemTitle row={row} /> },
        {
          key: "due",
          header: t("desk:queue.due"),
          nowrap: true,
          cell: ({ dueOn, late }) =>
            dueOn && (
              <Row>
                <time dateTime={dueOn}>{formatShort(dueOn, locale)}</time>
                {late && <StatusBadge tone="error">{t("desk:queue.late")}</StatusBadge>}
              </Row>
            ),
        },
        {
          key: "state",
          header: t("desk:queue.state"),
          nowrap: true,
          cell: ({ review, handling }) => (
            <div className="flex flex-col items-start gap-1">
              <ReviewBadge review={review} />
              {handling && <HandlingBadge handling={handling} />}
            </div>
          ),
        },
        {
          key: "desk",
          header: t("desk:queue.desk"),
          cell: (row) => row.desk ?? (row.type === "submission" ? t("desk:queue.noDesk") : null),
        },
        {
          key: "received",
          header: t("desk:queue.received"),
          cell: ({ receivedAt }) => <time dateTime={receivedAt}>{formatShort(new Date(receivedAt), locale)}</time>,
        },
      ]}
    />
  );
}

function ItemTitle({ row }: { row: QueueRow }) {
  const { t } = useText();
  return (
    <div className="flex flex-col items-start gap-1">
      <span dir="auto" lang={languageOf(row.title)} className="wrap-anywhere">
        {row.title}
      </span>
      {row.theme !== null && <span className="text-ink-soft">{row.theme}</span>}
      {row.channel !== "WEB" && (
        <ChipLabel icon={channelIcons[row.channel]}>{t(`paper:channel.${row.channel}`)}</ChipLabel>
      )}
      {row.hasDraft && <StatusBadge tone="progress">{t("desk:queue.draft")}</StatusBadge>}
      {row.waitsForAuthor && <StatusBadge tone="info">{t("desk:queue.waits")}</StatusBadge>}
      {row.isSample && <StatusBadge tone="neutral">{t("desk:queue.sample")}</StatusBadge>}
    </div>
  );
}
