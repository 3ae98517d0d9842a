import { z } from "zod";
import { fiscalYear, type IsoDate } from "#app/domain/shared/japanese-date.ts";
import { submissionKinds } from "#app/domain/submission/submission.ts";
import {
  addMonths,
  countOf,
  type Heap,
  heaps,
  laterMonth,
  monthOf,
  monthsBetween,
  monthsShown,
  type PublicFigures,
  type Span,
  weeksOf,
  withinRank,
} from "./figures.ts";

/*
 * The city's work in figures: what arrived, what waits, how long each step took and what was decided. They are sums of cells that the worker
 * counts (`count-cells.server.ts`). Cells are counts by whole days and counts add up, so the median of any theme, kind, desk or period is exact.
 */

/**
 * 段階, each from one event of a submission to another, in business days after the first:
 * `reviewed` received → first decision; `assigned` published (an inquiry: received) → first given to a desk;
 * `worked` first given to a desk → first answer published; `answered` received → first answer published.
 */
export const steps = ["reviewed", "assigned", "worked", "answered"] as const;

export type Step = (typeof steps)[number];

export const figureKinds = [...submissionKinds, "COMMENT"] as const;

export type FigureKind = (typeof figureKinds)[number];

/** How many took a step, and within how many business days half and nine tenths of them had (nearest rank); null: none, or too few to say. */
export type Spread = { n: number; median: number | null; ninetieth: number | null };

/** Everything of one month, theme, kind or desk. `key` is '' for what belongs to no theme or desk. */
export type Group = {
  key: string;
  received: number;
  answered: number;
  /** Now, whatever the period. */
  waiting: number;
  steps: Record<Step, Spread>;
};

/** How often, on proposals and on comments. Null: too seldom to say. */
export type Decided = { key: string; proposals: number | null; comments: number | null };

export type WorkFigures = {
  total: Omit<Group, "key">;
  /** What waits now: for what, for how many weeks (as `weekEnds`), and how many longer than was promised an answer. */
  waiting: { heaps: Record<Heap, number>; weeks: number[]; late: number };
  months: Group[];
  themes: Group[];
  kinds: Group[];
  desks: Group[];
  /** By decision, and by reason where one was given; most frequent first. */
  decisions: Decided[];
  reasons: Decided[];
  /** Reports by readers: how many came, and what became of those that were closed, in the order of {@link reportFigures}. */
  reports: Decided[];
  /** Appeals by authors, as the reports: how many came, and how those that were closed ended, in the order of {@link appealFigures}. */
  appeals: Decided[];
};

/** What is counted of reports: `RECEIVED`, and by outcome. */
export const reportFigures = ["RECEIVED", "ACTED_ON", "KEPT", "GONE"] as const;

/** What is counted of appeals: `RECEIVED`, and by outcome; `SETTLED` before anybody decided, by something else that happened to the text. */
export const appealFigures = ["RECEIVED", "UPHELD", "OVERTURNED", "SETTLED"] as const;

/**
 * What a cell holds, as 'what:days:label' → how many. `what`: received, waiting, decided, reported, appealed, or a step. `days`: business days a
 * step took, or something has waited; else 0. `label`: waiting: for what; decided: decision/reason; reported and appealed: outcome, once it is
 * closed; else empty.
 */
export type CellCounts = Readonly<Record<string, number>>;

/** Everything that happened in one month ('' for what waits now), of one theme, desk and kind. */
export type Cell = { month: string; themeId: string; deskId: string; kind: string; counts: CellCounts };

/** Some cells added up. `by` says what `key` is. */
export type CellSum = {
  by: "all" | "month" | "theme" | "kind" | "desk";
  key: string;
  what: string;
  label: string;
  days: number;
  count: number;
};

/**
 * Cells added up, once over all and once along each thing they are told apart by. By kind each kind counts; all other sums leave out those that
 * are not among `counted`.
 */
export function sumCells(cells: readonly Cell[], counted: readonly string[]): CellSum[] {
  const sums = {
    all: new Map(),
    month: new Map(),
    theme: new Map(),
    kind: new Map(),
    desk: new Map(),
  } satisfies Record<CellSum["by"], Map<string, Map<string, number>>>;
  const totals = (by: CellSum["by"], key: string): Map<string, number> => {
    const known = sums[by].get(key);
    if (known) return known;
    const made = new Map<string, number>();
    sums[by].set(key, made);
    return made;
  };
  for (const { month, themeId, deskId, kind, counts } of cells) {
    const into = [
      totals("kind", kind),
      ...(counted.includes(kind)
        ? [totals("all", ""), totals("month", month), totals("theme", themeId), totals("desk", deskId)]
        : []),
    ];
    for (const [bin, count] of Object.entries(counts)) {
      for (const total of into) total.set(bin, (total.get(bin) ?? 0) + count);
    }
  }
  return (Object.keys(sums) as CellSum["by"][]).flatMap((by) =>
    [...sums[by]].flatMap(([key, total]) => [...total].map(([bin, count]) => ({ by, key, ...partsOf(bin), count }))),
  );
}

function partsOf(bin: string): Pick<CellSum, "what" | "days" | "label"> {
  const [what = "", days, label = ""] = bin.split(":");
  return { what, days: Number(days), label };
}

/** Fewer than so many are not told apart on public pages: a median of two is nearly somebody's own case. */
export const fewestPublished = 3;

/** The figures of some months, from cells of these months and of what waits now. */
export function makeWorkFigures(
  sums: readonly CellSum[],
  months: readonly string[],
  promise: PublicFigures["promise"],
): WorkFigures {
  const all = sums.filter(({ by }) => by === "all");
  const byKind = sums.filter(({ by }) => by === "kind");
  const waits = all.filter(({ what }) => what === "waiting");
  return {
    total: groupOf(all),
    waiting: {
      heaps: Object.fromEntries(
        heaps.map((heap) => [heap, countOf(waits.filter(({ label }) => label === heap))]),
      ) as Record<Heap, number>,
      weeks: weeksOf(waits),
      late: countOf(
        submissionKinds.flatMap((kind) =>
          byKind.filter(({ what, key, days }) => what === "waiting" && key === kind && days > promise[kind]),
        ),
      ),
    },
    months: months.map((month) => ({ key: month, ...groupOf(keyed(sums, "month", month)) })),
    themes: groupsBy(sums, "theme"),
    kinds: groupsBy(sums, "kind"),
    desks: groupsBy(sums, "desk"),
    decisions: decided(byKind, "decided", (label) => label.split("/")[0]),
    reasons: decided(byKind, "decided", (label) => label.split("/")[1]),
    reports: inOrder(
      reportFigures,
      decided(byKind, "reported", (label) => label || "RECEIVED"),
    ),
    appeals: inOrder(
      appealFigures,
      decided(byKind, "appealed", (label) => label || "RECEIVED"),
    ),
  };
}

function keyed(sums: readonly CellSum[], by: CellSum["by"], key: string): CellSum[] {
  return sums.filter((sum) => sum.by === by && sum.key === key);
}

/** In the order of their keys: who shows them knows a better one. */
function groupsBy(sums: readonly CellSum[], by: CellSum["by"]): Group[] {
  const keys = [...new Set(sums.flatMap((sum) => (sum.by === by ? [sum.key] : [])))].sort();
  return keys.map((key) => ({ key, ...groupOf(keyed(sums, by, key)) }));
}

function groupOf(sums: readonly CellSum[]): Omit<Group, "key"> {
  const of = (wanted: string) => sums.filter(({ what }) => what === wanted);
  return {
    received: countOf(of("received")),
    answered: countOf(of("answered")),
    waiting: countOf(of("waiting")),
    steps: Object.fromEntries(steps.map((step) => [step, spreadOf(of(step))])) as Record<Step, Spread>,
  };
}

function spreadOf(spans: readonly Span[]): Spread {
  return { n: countOf(spans), median: withinRank(spans, 0.5), ninetieth: withinRank(spans, 0.9) };
}

function inOrder(keys: readonly string[], counts: readonly CountedDecided[]): CountedDecided[] {
  return keys.flatMap((key) => counts.filter((one) => one.key === key));
}

type CountedDecided = { key: string; proposals: number; comments: number };

function decided(
  byKind: readonly CellSum[],
  what: "decided" | "reported" | "appealed",
  keyOf: (label: string) => string | undefined,
): CountedDecided[] {
  const rows = byKind.flatMap((sum) => {
    const key = sum.what === what ? keyOf(sum.label) : undefined;
    return key ? [{ ...sum, name: key }] : [];
  });
  const counts = [...new Set(rows.map(({ name }) => name))].map((name) => {
    const named = rows.filter((row) => row.name === name);
    const comments = countOf(named.filter(({ key }) => key === "COMMENT"));
    return { key: name, proposals: countOf(named) - comments, comments };
  });
  return counts.sort(
    (one, other) => other.proposals + other.comments - one.proposals - one.comments || (one.key < other.key ? -1 : 1),
  );
}

/** The figures without what could be one person's own case: for public pages and open data. */
export function withoutFew(figures: WorkFigures): WorkFigures {
  const spread = (one: Spread): Spread => (one.n < fewestPublished ? { n: one.n, median: null, ninetieth: null } : one);
  const group = <T extends Omit<Group, "key">>(one: T): T => ({
    ...one,
    steps: Object.fromEntries(steps.map((step) => [step, spread(one.steps[step])])) as Record<Step, Spread>,
  });
  const count = (n: number | null) => (n !== null && n > 0 && n < fewestPublished ? null : n);
  const seldom = (one: Decided): Decided => ({
    ...one,
    proposals: count(one.proposals),
    comments: count(one.comments),
  });
  return {
    ...figures,
    total: group(figures.total),
    months: figures.months.map(group),
    themes: figures.themes.map(group),
    kinds: figures.kinds.map(group),
    desks: figures.desks.map(group),
    decisions: figures.decisions.map(seldom),
    reasons: figures.reasons.map(seldom),
    reports: figures.reports.map(seldom),
    appeals: figures.appeals.map(seldom),
  };
}

/** '3m' and '12m': the present month and those before it; 'fy2026': the fiscal year that began in April 2026. */
export const periodSchema = z
  .string()
  .regex(/^(3m|12m|fy\d{4})$/)
  .catch("12m");

export type Period = { key: string; from: string; to: string };

/**
 * The periods there is something to say about, the usual one first: twelve months, three months, then fiscal years, the newest first. Months
 * before the first receipt and after today are left out.
 *
 * @param firstMonth of the first receipt, 'YYYY-MM'; null while nothing has arrived
 */
export function periodsUntil(today: IsoDate, firstMonth: string | null): [Period, ...Period[]] {
  const last = monthOf(today);
  const first = firstMonth ?? last;
  const until = (key: string, from: string, to: string): Period => ({
    key,
    from: laterMonth(from, first),
    to: to < last ? to : last,
  });
  const newest = fiscalYear(today).western;
  const oldest = fiscalYear(`${first}-01`).western;
  const years = Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index);
  return [
    until("12m", addMonths(last, 1 - monthsShown), last),
    until("3m", addMonths(last, -2), last),
    ...years.map((year) => until(`fy${year}`, `${year}-04`, `${year + 1}-03`)),
  ];
}

/** The period with a key; the usual one if there is none with it. */
export function periodOf(periods: readonly [Period, ...Period[]], key: string): Period {
  return periods.find((period) => period.key === key) ?? periods[0];
}

/** Months of a period, oldest first. */
export function monthsIn({ from, to }: Period): string[] {
  return monthsBetween(from, to);
}

/** What the address of the desk's figures asks for; what is not understood is left out. */
export const figureFilterSchema = z.object({
  period: periodSchema,
  theme: z.uuid().nullable().catch(null),
  kind: z.enum(figureKinds).nullable().catch(null),
  desk: z.uuid().nullable().catch(null),
});

export type FigureFilter = z.infer<typeof figureFilterSchema>;

/** The filter that an address holds. */
export function figureFilterOf(query: URLSearchParams): FigureFilter {
  const asked = Object.keys(figureFilterSchema.shape).map((name) => [name, query.get(name) || null]);
  return figureFilterSchema.parse(Object.fromEntries(asked));
}
