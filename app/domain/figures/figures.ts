import { z } from "zod";
import { addBusinessDays, isBusinessDay } from "#app/domain/shared/business-days.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { HandlingState, ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";

/*
 * The numbers the city shows of itself. They count what somebody sent to the city for an answer: ideas, partnership proposals and inquiries,
 * whatever became of them since. Comments are left out: they are read, but nobody promised them an answer.
 */

/** Months shown at most, the present one included. The speed of answers is that of the same months. */
export const monthsShown = 12;

/** Ends of the weeks that answers are sorted into, in business days; after the last one, everything later. */
export const weekEnds = [5, 10, 15, 20] as const;

const count = z.number().int().nonnegative();
const received = z.object({ received: count, answered: count });

export const publicFiguresSchema = z.object({
  /** Everything that ever arrived, and what of it has a published answer; by the first answer, so that reopening takes nothing back. */
  received: count,
  answered: count,
  /** What the city owes a first answer now. */
  waiting: count,
  /** How many of those received are samples. */
  samples: count,
  /** From the month in which the first one arrived, oldest first; 'YYYY-MM', Tokyo. An answer counts in the month it was published. */
  months: z.array(received.extend({ month: z.string().regex(/^\d{4}-\d{2}$/) })).max(monthsShown),
  /** By theme, in any order; themes to which nothing was sent are left out. */
  themes: z.array(received.extend({ slug: z.string() })),
  /** Inquiries, which belong to a desk and no theme. */
  inquiries: received,
  /** Business days from the day of receipt to the day of the first published answer, for answers published in `months`. */
  speed: z.object({
    /** Within so many days half, and nine tenths, of the answers were published (nearest rank); null without any answer. */
    median: count.nullable(),
    ninetieth: count.nullable(),
    /** How many were published in which week: one number for each of `weekEnds` and one for all later ones. */
    weeks: z.array(count).length(weekEnds.length + 1),
    /** Answers within the promised days; and those later, together with what still waits after them. */
    kept: count,
    late: count,
  }),
  /** The promised business days `speed` was measured by: the city's rules at the time of counting. */
  promise: z.object({ IDEA: count, PARTNERSHIP: count, INQUIRY: count }),
});

export type PublicFigures = z.infer<typeof publicFiguresSchema>;

/** So many submissions that are alike in everything that is counted. */
export type Tally = {
  kind: SubmissionKind;
  review: ReviewState;
  handling: HandlingState;
  /** Slug of its theme. */
  theme: string | null;
  isSample: boolean;
  /** Whether an answer was ever published. */
  isAnswered: boolean;
  /** Whether it arrived before `overdueBefore` of its kind. */
  isOld: boolean;
  count: number;
};

export type Counted = {
  tallies: readonly Tally[];
  /** 'YYYY-MM' → number; months without any may be missing. */
  receivedIn: ReadonlyMap<string, number>;
  answeredIn: ReadonlyMap<string, number>;
  /** Answers published in the months shown: how many of a kind took so many business days. */
  spans: readonly { kind: SubmissionKind; days: number; count: number }[];
};

/**
 * Whether the city owes something a first answer. Published proposals and inquiries were promised one, and what waits for review may become
 * one; what was returned waits for its author; what was declined or withdrawn is owed none, except that a desk which has a declined one
 * still answers its author; what was merged is answered with the other one.
 */
export function owesAnswer({ review, handling }: { review: ReviewState; handling: HandlingState }): boolean {
  switch (review) {
    case "PENDING":
    case "PUBLISHED":
    case "HIDDEN":
    case "NOT_PUBLIC":
      return handling !== "ANSWERED";
    case "DECLINED":
      return handling === "ASSIGNED" || handling === "DRAFTED";
    case "RETURNED":
    case "WITHDRAWN":
    case "MERGED":
      return false;
  }
}

/** What something waits for, in the order in which it happens. */
export const heaps = ["review", "assign", "answer", "approve"] as const;

export type Heap = (typeof heaps)[number];

/** What the city has to do next with something it owes a first answer; null if it owes none. */
export function heapOf(state: { review: ReviewState; handling: HandlingState }): Heap | null {
  if (!owesAnswer(state)) return null;
  if (state.review === "PENDING") return "review";
  switch (state.handling) {
    case "NEW":
      return "assign";
    case "ASSIGNED":
      return "answer";
    case "DRAFTED":
    case "ANSWERED":
      return "approve";
  }
}

/** The first day whose submissions are not overdue on `today`, if `days` business days were promised from the day of receipt. */
export function overdueBefore(today: IsoDate, days: number): IsoDate {
  const lastOpen = isBusinessDay(today) ? today : addBusinessDays(today, -1);
  return addBusinessDays(lastOpen, -days);
}

/**
 * The months to show, 'YYYY-MM', oldest first: from the month of the first receipt, at most `monthsShown`; none while nothing has arrived.
 * A month before the city opened its square was no month without proposals.
 */
export function monthsUntil(today: IsoDate, firstReceivedOn: IsoDate | null): string[] {
  if (firstReceivedOn === null) return [];
  const last = monthOf(today);
  return monthsBetween(laterMonth(monthOf(firstReceivedOn), addMonths(last, 1 - monthsShown)), last);
}

/** The month of a day, 'YYYY-MM'. */
export function monthOf(day: IsoDate): string {
  return day.slice(0, 7);
}

export function laterMonth(one: string, other: string): string {
  return one > other ? one : other;
}

/** The month so many months later; earlier, if negative. */
export function addMonths(month: string, count: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** Every month from one to another, both included; none if the second is earlier. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** What is shown, from what was counted. `months` as `monthsUntil` gave them. */
export function makeFigures(
  { tallies, receivedIn, answeredIn, spans }: Counted,
  months: readonly string[],
  promise: PublicFigures["promise"],
): PublicFigures {
  const sum = (wanted: (tally: Tally) => boolean) =>
    tallies.reduce((total, tally) => total + (wanted(tally) ? tally.count : 0), 0);
  const both = (wanted: (tally: Tally) => boolean) => ({
    received: sum(wanted),
    answered: sum((tally) => wanted(tally) && tally.isAnswered),
  });
  const isWaiting = (tally: Tally) => !tally.isAnswered && owesAnswer(tally);
  const slugs = [...new Set(tallies.flatMap(({ theme }) => theme ?? []))].sort();
  const answersWithin = (isWithin: (span: Counted["spans"][number]) => boolean) =>
    spans.reduce((total, span) => total + (isWithin(span) ? span.count : 0), 0);
  return {
    ...both(() => true),
    waiting: sum(isWaiting),
    samples: sum(({ isSample }) => isSample),
    months: months.map((month) => ({
      month,
      received: receivedIn.get(month) ?? 0,
      answered: answeredIn.get(month) ?? 0,
    })),
    themes: slugs.map((slug) => ({ slug, ...both(({ theme }) => theme === slug) })),
    inquiries: both(({ kind }) => kind === "INQUIRY"),
    speed: {
      median: withinRank(spans, 0.5),
      ninetieth: withinRank(spans, 0.9),
      weeks: weeksOf(spans),
      kept: answersWithin(({ kind, days }) => days <= promise[kind]),
      late: answersWithin(({ kind, days }) => days > promise[kind]) + sum((tally) => tally.isOld && isWaiting(tally)),
    },
    promise,
  };
}

/** So many things that took, or have waited, so many business days. */
export type Span = { days: number; count: number };

/** How many lie in which week: one number for each of `weekEnds` and one for all later ones. */
export function weeksOf(spans: readonly Span[]): number[] {
  return [...weekEnds, Number.POSITIVE_INFINITY].map((end, index) =>
    countOf(spans.filter(({ days }) => days <= end && days > (weekEnds[index - 1] ?? -1))),
  );
}

export function countOf(counted: readonly { count: number }[]): number {
  return counted.reduce((total, { count }) => total + count, 0);
}

/** The fewest days within which at least this share of the spans lies (nearest-rank percentile); null for none. */
export function withinRank(spans: readonly Span[], share: number): number | null {
  let left = Math.ceil(countOf(spans) * share);
  for (const span of spans.toSorted((one, other) => one.days - other.days)) {
    left -= span.count;
    if (left <= 0) return span.days;
  }
  return null;
}
