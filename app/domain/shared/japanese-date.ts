import { TZDate, tz } from "@date-fns/tz";
import { format } from "date-fns/format";
import { getYear } from "date-fns/getYear";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import { subMonths } from "date-fns/subMonths";
import type { Locale } from "./localized-text.ts";

/** The only time zone of the product: dates are those of the city, wherever server and reader are. */
export const timeZone = "Asia/Tokyo";

/** A calendar day without a time, 'YYYY-MM-DD' (ISO 8601). */
export type IsoDate = string;

/** Eras are written with the initial that Japanese forms use: R 令和, H 平成, S 昭和, T 大正, M 明治. */
export type FiscalYear = {
  /** Year of the Gregorian calendar in which the fiscal year begins. */
  western: number;
  era: string;
  /** Year within the era; the first (元年) is 1. */
  eraYear: number;
};

const tokyo = tz(timeZone);

const formatter = (language: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, { ...options, timeZone });

const eraInitial = formatter("en-u-ca-japanese", { era: "narrow", year: "numeric" });
const eraAndYear = formatter("ja-JP-u-ca-japanese", { era: "long", year: "numeric" });
const japaneseDay = formatter("ja-JP-u-ca-gregory", { year: "numeric", month: "long", day: "numeric" });
const japaneseMonthAndDay = formatter("ja-JP-u-ca-gregory", { month: "long", day: "numeric" });
const japaneseWeekday = formatter("ja-JP", { weekday: "short" });
const japaneseLongWeekday = formatter("ja-JP", { weekday: "long" });
const japaneseHalfDayClock = formatter("ja-JP", { hour: "numeric", minute: "numeric", hour12: true });
const englishDay = formatter("en-GB", { year: "numeric", month: "long", day: "numeric" });
const englishShortDay = formatter("en-GB", { year: "numeric", month: "short", day: "numeric" });
const englishWeekday = formatter("en-GB", { weekday: "long" });
const clock = formatter("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Whether a value is an existing day written 'YYYY-MM-DD' (so not 2026-02-30). Never throws. */
export function isIsoDate(value: unknown): value is IsoDate {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && isValid(parseISO(value));
}

/**
 * The instant at which a day begins in Tokyo.
 * @throws RangeError if the text is not an existing day written 'YYYY-MM-DD'
 */
export function startOfDayTokyo(day: IsoDate): Date {
  if (!isIsoDate(day)) throw new RangeError(`not a calendar day: ${day}`);
  return new Date(parseISO(day, { in: tokyo }).getTime());
}

/**
 * The calendar day in Tokyo at an instant, 'YYYY-MM-DD'.
 * @throws RangeError for an invalid Date
 */
export function isoDate(date: Date): IsoDate {
  return format(date, "yyyy-MM-dd", { in: tokyo });
}

/**
 * The Japanese fiscal year (1 April to 31 March, Tokyo) that contains a day: 2026-11-22 → 2026, R, 8.
 *
 * The era is the one in force on 31 December of the year it begins in. So every day of a fiscal year gives the same answer, and
 * it is the name in official use: 令和元年度 for 2019 (the era changed in May, and the national government named the whole year
 * so), 昭和63年度 for 1988 (the era changed in January).
 *
 * @param date an instant, or a calendar day
 * @throws RangeError for an invalid Date or day
 */
export function fiscalYear(date: Date | IsoDate): FiscalYear {
  const western = getYear(subMonths(instant(date), 3, { in: tokyo }));
  const parts = eraInitial.formatToParts(new TZDate(western, 11, 31, timeZone));
  return { western, era: part(parts, "era"), eraYear: Number(part(parts, "year")) };
}

/**
 * A day in full: ja 「令和8年(2026年)11月22日(日)」, easy 「2026年11月22日(日曜日)」, en "22 November 2026 (Sunday)".
 * @param date an instant, or a calendar day
 * @throws RangeError for an invalid Date or day
 */
export function formatDate(date: Date | IsoDate, locale: Locale): string {
  const at = instant(date);
  switch (locale) {
    case "ja":
      return `${eraYearOf(at)}(${getYear(at, { in: tokyo })}年)${japaneseMonthAndDay.format(at)}(${japaneseWeekday.format(at)})`;
    case "easy":
      return `${japaneseDay.format(at)}(${japaneseLongWeekday.format(at)})`;
    case "en":
      return `${englishDay.format(at)} (${englishWeekday.format(at)})`;
  }
}

/**
 * A day in full with the time in Tokyo. ja and en use the 24-hour clock (15:05); やさしい日本語 says 午後3時5分, because its
 * guidelines ask for 午前/午後.
 * @throws RangeError for an invalid Date
 */
export function formatDateTime(date: Date, locale: Locale): string {
  const day = formatDate(date, locale);
  switch (locale) {
    case "ja":
      return `${day}${clock.format(date)}`;
    case "easy": {
      const parts = japaneseHalfDayClock.formatToParts(date);
      return `${day}${part(parts, "dayPeriod")}${part(parts, "hour")}時${Number(part(parts, "minute"))}分`;
    }
    case "en":
      return `${day}, ${clock.format(date)}`;
  }
}

/**
 * A day for lists and tables: ja 「令和8年11月22日」, easy 「2026年11月22日」, en "22 Nov 2026".
 * @param date an instant, or a calendar day
 * @throws RangeError for an invalid Date or day
 */
export function formatShort(date: Date | IsoDate, locale: Locale): string {
  const at = instant(date);
  switch (locale) {
    case "ja":
      return `${eraYearOf(at)}${japaneseMonthAndDay.format(at)}`;
    case "easy":
      return japaneseDay.format(at);
    case "en":
      return englishShortDay.format(at);
  }
}

function instant(date: Date | IsoDate): Date {
  if (typeof date === "string") return startOfDayTokyo(date);
  if (!isValid(date)) throw new RangeError("not a date");
  return date;
}

function eraYearOf(at: Date): string {
  const parts = eraAndYear.formatToParts(at);
  return `${part(parts, "era")}${part(parts, "year")}年`;
}

function part(parts: Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): string {
  return parts.find((candidate) => candidate.type === type)?.value ?? "";
}
