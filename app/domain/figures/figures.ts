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
  const ordinal = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const last = ordinal(today);
  const first = Math.max(ordinal(firstReceivedOn), last - monthsShown + 1);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => {
    const at = first + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
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
      weeks: [...weekEnds, Number.POSITIVE_INFINITY].map((end, index) =>
        answersWithin(({ days }) => days <= end && days > (weekEnds[index - 1] ?? -1)),
      ),
      kept: answersWithin(({ kind, days }) => days <= promise[kind]),
      late: answersWithin(({ kind, days }) => days > promise[kind]) + sum((tally) => tally.isOld && isWaiting(tally)),
    },
    promise,
  };
}

/** The fewest days within which at least this share of the answers was published (nearest-rank percentile); null for none. */
function withinRank(spans: Counted["spans"], share: number): number | null {
  let left = Math.ceil(spans.reduce((total, span) => total + span.count, 0) * share);
  for (const span of spans.toSorted((one, other) => one.days - other.days)) {
    left -= span.count;
    if (left <= 0) return span.days;
  }
  return null;
}
