import { subDays } from "date-fns/subDays";
import { type IsoDate, isoDate, startOfDayTokyo } from "#app/domain/shared/japanese-date.ts";

/** What staff type in, as addresses name it. */
export const entryKinds = ["idea", "partnership", "inquiry"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** How many days back something may have arrived that is typed in today. What lay longer is a mistyped date, or for the office to talk about. */
export const longestWaitForEntry = 60;

/** How long, in minutes, the key of what was typed in can be seen: as long as it takes to print it or to read it out. */
export const minutesToHandOver = 30;

/** Whether the receipt of what was typed in is closed: the time to hand its key over is past. */
export function isReceiptClosed(enteredAt: Date, now: Date): boolean {
  return now.getTime() - enteredAt.getTime() > minutesToHandOver * 60_000;
}

/** The first day that can be named as the day of arrival. */
export function earliestArrival(today: IsoDate): IsoDate {
  return isoDate(subDays(startOfDayTokyo(today), longestWaitForEntry));
}

/** Why a day cannot be the day of arrival, as a key of the `errors` words; null if it can. Both are days in Tokyo. */
export function arrivalProblem(day: IsoDate, today: IsoDate): "arrivedInFuture" | "arrivedTooLongAgo" | null {
  if (day > today) return "arrivedInFuture";
  return day < earliestArrival(today) ? "arrivedTooLongAgo" : null;
}
