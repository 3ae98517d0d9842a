import { subMinutes } from "date-fns/subMinutes";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { formatDate, type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";

/** What can be sent to a theme. */
export const takenKinds = ["ideas", "partnerships", "comments"] as const;

export type TakenKind = (typeof takenKinds)[number];

/** What the rules below need to know of a theme; the days are whole days in Tokyo, the first and the last on which it takes something. */
export type ParticipationFacts = {
  acceptsIdeas: boolean;
  acceptsPartnerships: boolean;
  acceptsComments: boolean;
  opensOn: Date | null;
  closesOn: Date | null;
  plan: { participation: "OPEN" | "CLOSED" };
};

/** The columns of a theme that {@link whyClosed} reads. */
export const participationColumns = {
  acceptsIdeas: true,
  acceptsPartnerships: true,
  acceptsComments: true,
  opensOn: true,
  closesOn: true,
  plan: { select: { participation: true } },
} as const;

/** Why nothing can be sent: a key of the `errors` namespace, and the day that it names. */
export type Closed = {
  key: "planClosed" | "themeClosed" | "partnershipsClosed" | "commentsClosed" | "opensLater" | "closedSince";
  day: IsoDate | null;
};

/** The day that counts for opening, and the one for closing. */
export type CountedDays = { opening: IsoDate; closing: IsoDate };

/** How long after the end something is still taken: who began to write in time is not sent away. In minutes. */
const grace = 30;

/** For pages: what may be begun now. */
export function daysToBegin(now: Date): CountedDays {
  return daysOf(isoDate(now));
}

/** For what is sent: it may have been begun a little earlier. */
export function daysToSend(now: Date): CountedDays {
  return { opening: isoDate(now), closing: isoDate(subMinutes(now, grace)) };
}

/** For what reached the city on another day than it is typed in. */
export function daysOf(day: IsoDate): CountedDays {
  return { opening: day, closing: day };
}

/** Whether one may write to a theme, and if not why: null when one may. The one rule for pages, forms and commands. */
export function whyClosed(theme: ParticipationFacts, takes: TakenKind, days: CountedDays): Closed | null {
  if (theme.plan.participation === "CLOSED") return { key: "planClosed", day: null };
  const notTaken = refusalOf(theme, takes);
  if (notTaken !== null) return { key: notTaken, day: null };
  const [opensOn, closesOn] = [dayOf(theme.opensOn), dayOf(theme.closesOn)];
  if (opensOn !== null && days.opening < opensOn) return { key: "opensLater", day: opensOn };
  if (closesOn !== null && days.closing > closesOn) return { key: "closedSince", day: closesOn };
  return null;
}

function refusalOf(theme: ParticipationFacts, takes: TakenKind): Closed["key"] | null {
  switch (takes) {
    case "ideas":
      return theme.acceptsIdeas ? null : "themeClosed";
    case "partnerships":
      return theme.acceptsPartnerships ? null : "partnershipsClosed";
    case "comments":
      return theme.acceptsComments ? null : "commentsClosed";
  }
}

/** Why nothing can be sent, for a page: the key of its words and the day in them. */
export type ClosedNotice = { key: Closed["key"]; date: string };

export function closedNotice(closed: Closed | null, locale: Locale): ClosedNotice | null {
  return closed && { key: closed.key, date: closed.day === null ? "" : formatDate(closed.day, locale) };
}
