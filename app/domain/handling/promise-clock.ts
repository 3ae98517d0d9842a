import type { PromiseClock } from "#app/domain/settings/settings.ts";
import { addBusinessDays, businessDaysBetween, isBusinessDay } from "#app/domain/shared/business-days.ts";
import { clockTime, type IsoDate, isoDate, mondayOf } from "#app/domain/shared/japanese-date.ts";

/** A desk's promise. `pausedDays`: the business days that were left when the desk asked the author; null while the clock runs. */
export type DeskPromise = { dueOn: IsoDate; pausedDays: number | null };

/**
 * The business days that are left when the clock stops; null if it cannot stop, because the day has passed: a question asked too late
 * makes nothing punctual.
 */
export function daysLeftToPause(dueOn: IsoDate, today: IsoDate): number | null {
  const left = businessDaysBetween(today, dueOn);
  return dueOn < today ? null : left;
}

/**
 * The day on which a promise is due once its clock runs again: as many business days after today as were left, at least one, so that nobody
 * has to answer on the day on which the author replied. A clock that was not stopped keeps its day.
 */
export function resumedDueOn({ dueOn, pausedDays }: DeskPromise, today: IsoDate): IsoDate {
  return pausedDays === null ? dueOn : addBusinessDays(today, Math.max(1, pausedDays));
}

/** Business days until the due date; negative when it has passed, then counted from the first day on which it was late. */
export function daysLeft(dueOn: IsoDate, today: IsoDate): number {
  return dueOn < today ? -Math.max(1, businessDaysBetween(dueOn, today)) : businessDaysBetween(today, dueOn);
}

/**
 * Whether a desk is reminded of an item on an open day: the set numbers of business days before its due date, and from the first open day
 * after it every so many. Only of what it still owes: a draft waits for the office, not for the desk.
 */
export function isReminderDay(
  { dueOn, pausedDays }: DeskPromise,
  today: IsoDate,
  clock: Pick<PromiseClock, "remindFirst" | "remindLast" | "remindLate">,
): boolean {
  if (pausedDays !== null || !isBusinessDay(today)) return false;
  const left = daysLeft(dueOn, today);
  if (left >= 0) return left === clock.remindFirst || left === clock.remindLast;
  return (-left - 1) % clock.remindLate === 0;
}

/** Open days after the set one on which the office is still told, should the platform have stood still. Then the weekly mail says it. */
const escalationLeeway = 5;

/** Whether the office is told on this open day that an item is late: from the set number of business days after its due date. */
export function isEscalationDay(
  { dueOn, pausedDays }: DeskPromise,
  today: IsoDate,
  { tellOffice }: Pick<PromiseClock, "tellOffice">,
): boolean {
  if (pausedDays !== null || !isBusinessDay(today)) return false;
  const late = -daysLeft(dueOn, today);
  return late >= tellOffice && late < tellOffice + escalationLeeway;
}

/** Whether the mails of the morning are due: on an open day, from the set hour in Tokyo on. A worker that starts late so catches up. */
export function isMorning(now: Date, { morningHour }: Pick<PromiseClock, "morningHour">): boolean {
  return isBusinessDay(isoDate(now)) && Number(clockTime(now).slice(0, 2)) >= morningHour;
}

/** Whether a day is the first of its week, from Monday, on which the city hall is open. */
export function isFirstOpenDayOfWeek(today: IsoDate): boolean {
  return isBusinessDay(today) && addBusinessDays(today, -1) < mondayOf(today);
}
