import { addHours } from "date-fns/addHours";
import { differenceInHours } from "date-fns/differenceInHours";
import holidays from "japanese-holidays";
import { type IsoDate, isIsoDate } from "./japanese-date.ts";

/** Longest distance {@link addBusinessDays} and {@link businessDaysBetween} walk: about forty years of days. */
const longestWalk = 15_000;

/**
 * Whether the city hall is open on a day: not on Saturdays and Sundays, national holidays (with 振替休日 and 国民の休日) and from
 * 29 December to 3 January.
 *
 * These are the kinds of holidays that 地方自治法（昭和22年法律第67号）第4条の2第2項 lets a city set; which of them hold, and the days at
 * the turn of the year, are in the city's own ordinance on its holidays (市の休日に関する条例). Offices that open on other days are
 * not considered: due dates follow the main office.
 *
 * Holidays follow 国民の祝日に関する法律 as it stands; the two equinoxes are computed and become official each February for the
 * following year.
 *
 * @throws RangeError if the text is not an existing day written 'YYYY-MM-DD'
 */
export function isBusinessDay(day: IsoDate): boolean {
  return isOpen(startOfDay(day));
}

/**
 * The n-th business day after a day; before it, if n is negative. The day itself is not counted (民法第140条, 初日不算入), so it need
 * not be a business day. With n = 0 the day itself, or the next business day if the city hall is closed on it.
 *
 * @param n whole number of business days, −10,000 to 10,000
 * @throws RangeError for another n, or if the text is not an existing day written 'YYYY-MM-DD'
 */
export function addBusinessDays(day: IsoDate, n: number): IsoDate {
  if (!Number.isInteger(n) || Math.abs(n) > 10_000) throw new RangeError(`not a number of business days: ${n}`);
  let current = startOfDay(day);
  if (n === 0 && isOpen(current)) return day;
  const step = n < 0 ? -24 : 24;
  for (let left = Math.max(1, Math.abs(n)); left > 0; ) {
    current = addHours(current, step);
    if (isOpen(current)) left -= 1;
  }
  return isoDay(current);
}

/**
 * How many business days lie after `from` up to and including `to`; negative if `to` is earlier. So
 * `businessDaysBetween(d, addBusinessDays(d, n)) === n` for n > 0, and 0 on the due day itself.
 *
 * @throws RangeError if a text is not an existing day written 'YYYY-MM-DD', or they are more than 15,000 days apart
 */
export function businessDaysBetween(from: IsoDate, to: IsoDate): number {
  const last = startOfDay(to);
  let current = startOfDay(from);
  if (Math.abs(differenceInHours(last, current)) > longestWalk * 24)
    throw new RangeError(`too far apart: ${from}, ${to}`);
  // || 0: a span without a business day is 0 in both directions, not −0.
  if (last < current) return -businessDaysBetween(to, from) || 0;
  let count = 0;
  while (current < last) {
    current = addHours(current, 24);
    if (isOpen(current)) count += 1;
  }
  return count;
}

/**
 * Each day from `from` to `to` with the number of business days that lie after `from` up to and including it. For counting over many pairs
 * of days at once: the difference of two entries is what {@link businessDaysBetween} says of their days, and each day is looked at once.
 *
 * @returns one entry a day, in order; none if `to` is earlier than `from`
 * @throws RangeError as {@link businessDaysBetween}
 */
export function businessDayCounts(from: IsoDate, to: IsoDate): { day: IsoDate; count: number }[] {
  const last = startOfDay(to);
  let current = startOfDay(from);
  if (Math.abs(differenceInHours(last, current)) > longestWalk * 24)
    throw new RangeError(`too far apart: ${from}, ${to}`);
  const counts: { day: IsoDate; count: number }[] = [];
  for (let count = 0; current <= last; current = addHours(current, 24)) {
    if (counts.length > 0 && isOpen(current)) count += 1;
    counts.push({ day: isoDay(current), count });
  }
  return counts;
}

/**
 * A day as its midnight in UTC. Days are walked in UTC because it has no summer time and needs no zone arithmetic, which makes
 * this over ten times faster than in Tokyo time; the result is the same, as only whole days count.
 */
function startOfDay(day: IsoDate): Date {
  if (!isIsoDate(day)) throw new RangeError(`not a calendar day: ${day}`);
  return new Date(`${day}T00:00:00Z`);
}

function isoDay(midnight: Date): IsoDate {
  return midnight.toISOString().slice(0, 10);
}

function isOpen(midnight: Date): boolean {
  const weekday = midnight.getUTCDay();
  // Midnight in UTC is 9 o'clock of the same day in Japan, where the library reads it.
  return (
    weekday !== 0 && weekday !== 6 && !isTurnOfYear(isoDay(midnight)) && holidays.isHolidayAt(midnight) === undefined
  );
}

function isTurnOfYear(day: IsoDate): boolean {
  const monthAndDay = day.slice(5);
  return monthAndDay >= "12-29" || monthAndDay <= "01-03";
}
