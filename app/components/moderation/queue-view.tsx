import { ExportButtons } from "#app/components/desk/export-buttons.tsx";
import type { FormAnswer } from "#app/components/desk/form-answer.ts";
import { Shortcuts } from "#app/components/desk/shortcuts.tsx";
import { channelIcons } from "#app/components/paper/channel-words.ts";
import { useText } from "#app/components/text.tsx";
import {
  countLimit,
  exportProfiles,
  itemAddress,
  type Queue,
  type QueueFilter,
  type QueueRow,
  queueAddress,
  queueKinds,
  queueQuery,
  type SameText,
} from "#app/domain/moderation/queue.ts";
import type { SavedFilter } from "#app/domain/moderation/saved-filter.ts";
import { formatShort } from "#app/domain/shared/japanese-date.ts";
import { handlingStates, reviewStates } from "#app/domain/submission/submission.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ChipLabel } from "#app/ui/chip-label.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { EmptyState, FilterBar, Row, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select, type SelectOption } from "#app/ui/select.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { ClaimBadge } from "./claim-notice.tsx";
import { SavedFilters } from "./saved-filters.tsx";
import { DecideTogether, SelectPage, SelectRow } from "./select-rows.tsx";
import { HandlingBadge, KindChip, ReviewBadge } from "./state-badges.tsx";

type Props = {
  queue: Queue;
  filter: QueueFilter;
  /** The heaps this reader is shown. */
  views: Queue["view"][];
  forOfficer: boolean;
  /** Whether this reader may type in what came on paper or by telephone. */
  mayEnter: boolean;
  /** Whether this reader may decide on several rows at once. */
  mayDecide: boolean;
  /** Ids of rows on which a decision is planned. */
  planned: string[];
  saved: SavedFilter[];
  /** The form of a saved filter that came back. */
  answer: FormAnswer | undefined;
};

/** What there is to do, oldest first: heaps, filters, one row an item. */
export function QueueView(props: Props) {
  const { t } = useText();
  const { queue, filter, views, forOfficer, mayEnter, saved, answer } = props;
  const at = (changes: Parameters<typeof queueAddress>[0]) => queueAddress({ ...filter, ...changes });
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
                <HeapCount n={queue.counts[view] ?? 0} />
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Filters {...props} />
      <SavedFilters saved={saved} query={queueQuery({ ...filter, view: queue.view })} answer={answer} />
      {filter.same !== null && <p>{t("flags:queue.same")}</p>}
      {queue.page.items.length > 0 ? (
        <QueueTable
          rows={queue.page.items}
          caption={t(`desk:queue.views.${queue.view}`)}
          filter={{ ...filter, view: queue.view }}
          mayDecide={props.mayDecide}
          planned={props.planned}
          same={queue.same}
        />
      ) : (
        <EmptyQueue queue={queue} filter={filter} />
      )}
      {props.mayDecide && <DecideTogether rows={queue.page.items} filter={{ ...filter, view: queue.view }} />}
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
        <ExportButtons action={paths.deskExportQueue()} filter={{ ...filter, view: queue.view }}>
          <RadioGroup
            id="export-profile"
            name="profile"
            label={t("desk:export.profile")}
            defaultValue="internal"
            choices={exportProfiles.map((profile) => ({
              value: profile,
              label: t(`desk:export.profiles.${profile}.name`),
              support: t(`desk:export.profiles.${profile}.about`),
            }))}
          />
        </ExportButtons>
      )}
    </Stack>
  );
}

function HeapCount({ n }: { n: number }) {
  const { t } = useText();
  return <span className="tabular-nums">{n >= countLimit ? t("desk:queue.many", { n: countLimit }) : n}</span>;
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
          <ButtonLink href={queueAddress({ view })} variant="outline">
            {t("emptyDesk:all")}
          </ButtonLink>
        )
      }
    >
      {t(`emptyDesk:queue.${isFiltered ? "filtered" : view}`)}
    </EmptyState>
  );
}

function Filters({ queue, filter }: Props) {
  const { t } = useText();
  const select = (
    name: "theme" | "kind" | "review" | "handling" | "desk" | "flagged",
    options: SelectOption[],
    label = t(`desk:queue.${name}`),
  ) => (
    <Select
      id={`filter-${name}`}
      name={name}
      label={label}
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
          {filter.same !== null && <input type="hidden" name="same" value={filter.same} />}
          <Button size="sm">{t("desk:queue.apply")}</Button>
          <Link href={queueAddress({ view: queue.view })}>{t("desk:queue.reset")}</Link>
        </>
      }
    >
      <TextInput
        id="filter-q"
        name="q"
        type="search"
        enterKeyHint="search"
        label={t("queueSearch:label")}
        defaultValue={filter.q ?? ""}
      />
      {select("theme", queue.themes)}
      {select("kind", named("kinds", queueKinds))}
      {select("review", named("reviews", reviewStates))}
      {select("handling", named("handlings", handlingStates))}
      {select("desk", queue.desks)}
      {select("flagged", [{ value: "yes", label: t("flags:queue.yes") }], t("flags:queue.filter"))}
    </FilterBar>
  );
}

function QueueTable({
  rows,
  caption,
  filter,
  mayDecide,
  planned,
  same,
}: { rows: QueueRow[]; caption: string; filter: QueueFilter } & Pick<Props, "mayDecide" | "planned"> &
  Pick<Queue, "same">) {
  const { t, locale } = useText();
  return (
    <Table
      id="queue"
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        ...(mayDecide
          ? [{ key: "select", header: <SelectPage />, nowrap: true, cell: (row: QueueRow) => <SelectRow row={row} /> }]
          : []),
        {
          key: "number",
          header: t("desk:queue.number"),
          rowHeader: true,
          nowrap: true,
          cell: (row) => (
            <a href={itemAddress(row, filter)} data-row="">
              {row.number}
            </a>
          ),
        },
        {
          key: "title",
          header: t("desk:queue.itemTitle"),
          roomy: true,
          cell: (row) => <ItemTitle row={row} isPlanned={planned.includes(row.id)} same={same[row.id]} />,
        },
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
          nowrap: true,
          cell: ({ receivedAt }) => <time dateTime={receivedAt}>{formatShort(new Date(receivedAt), locale)}</time>,
        },
      ]}
    />
  );
}

type TitleProps = { row: QueueRow; isPlanned: boolean; same: SameText | undefined };

function ItemTitle({ row, isPlanned, same }: TitleProps) {
  const { t } = useText();
  return (
    <div className="flex flex-col items-start gap-1">
      <span dir="auto" lang={languageOf(row.title)} className="wrap-anywhere">
        {row.title}
      </span>
      {row.theme !== null && <span className="text-ink-soft">{row.theme}</span>}
      <div className="flex flex-wrap gap-1.5">
        <KindChip kind={row.kind} />
        {row.channel !== "WEB" && (
          <ChipLabel icon={channelIcons[row.channel]}>{t(`paper:channel.${row.channel}`)}</ChipLabel>
        )}
        {isPlanned && <StatusBadge tone="progress">{t("runs:badge")}</StatusBadge>}
        {row.isEscalated && <StatusBadge tone="warning">{t("arrangement:escalated")}</StatusBadge>}
        {row.awaitsLook && <StatusBadge tone="info">{t("themePolicy:unread.chip")}</StatusBadge>}
        {row.reports > 0 && <StatusBadge tone="warning">{t("deskReports:count", { n: row.reports })}</StatusBadge>}
        {row.isFlagged && <StatusBadge tone="warning">{t("flags:chip")}</StatusBadge>}
        {same !== undefined && <CopiesChip same={same} />}
        {row.hasDraft && <StatusBadge tone="progress">{t("desk:queue.draft")}</StatusBadge>}
        {row.waitsForAuthor && <StatusBadge tone="info">{t("desk:queue.waits")}</StatusBadge>}
        {row.claim !== null && <ClaimBadge claim={row.claim} />}
        {row.isSample && <StatusBadge tone="neutral">{t("desk:queue.sample")}</StatusBadge>}
      </div>
    </div>
  );
}

/** How often the text was sent; opens them all as one list. */
function CopiesChip({ same: { count, print } }: { same: SameText }) {
  const { t } = useText();
  return (
    <Link href={paths.deskSameText(print)} icon="document">
      {t(count >= countLimit ? "flags:queue.manyCopies" : "flags:queue.copies", { n: count })}
    </Link>
  );
}
