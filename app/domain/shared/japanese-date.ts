import { TZDate, tz } from "@date-fns/tz";
import { format } from "date-fns/format";
import { getYear } from "date-fns/getYear";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import { startOfISOWeek } from "date-fns/startOfISOWeek";
import { subMonths } from "date-fns/subMonths";
import type { Locale } from "./localized-text.ts";
import { typedCode } from "./normalize-text.ts";

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
const englishMonth = formatter("en-GB", { year: "numeric", month: "long" });
const englishMonthName = formatter("en-GB", { month: "short" });
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
 * The time in Tokyo as spreadsheets read it, 'YYYY-MM-DD hh:mm:ss'.
 * @throws RangeError for an invalid Date
 */
export function sheetTime(date: Date): string {
  return format(date, "yyyy-MM-dd HH:mm:ss", { in: tokyo });
}

/**
 * The time of day in Tokyo on the 24-hour clock, "14:32"; the same in every language of the desk.
 * @throws RangeError for an invalid Date
 */
export function clockTime(date: Date): string {
  return clock.format(date);
}

/**
 * The Monday of the week that contains a day.
 * @throws RangeError if the text is not an existing day written 'YYYY-MM-DD'
 */
export function mondayOf(day: IsoDate): IsoDate {
  return isoDate(startOfISOWeek(startOfDayTokyo(day), { in: tokyo }));
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

/** First day of each era whose dates can be typed, and the year before its first (元年), newest last. */
const eras: Record<string, { from: IsoDate; before: number }> = {
  明治: { from: "1868-10-23", before: 1867 },
  大正: { from: "1912-07-30", before: 1911 },
  昭和: { from: "1926-12-25", before: 1925 },
  平成: { from: "1989-01-08", before: 1988 },
  令和: { from: "2019-05-01", before: 2018 },
};
const eraOfInitial: Record<string, string> = { M: "明治", T: "大正", S: "昭和", H: "平成", R: "令和" };

const monthAndDay = String.raw`(\d{1,2})(?:月|([-/.]))(\d{1,2})日?`;
const typedWestern = new RegExp(String.raw`^(\d{4})(?:年|([-/.]))${monthAndDay}$`);
const typedEra = new RegExp(
  String.raw`^(${Object.keys(eras).join("|")}|[MTSHR])(元|\d{1,3})(?:年(?:\((\d{4})年\))?|([-/.]))${monthAndDay}$`,
  "i",
);
const typedDigits = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * A calendar day as somebody types or pastes it: in the western calendar (2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日, 20261122) or with
 * an era (令和8年11月22日, 令和元年5月1日, R8.11.22, R8/11/22), full-width or half-width, with or without spaces and a weekday in
 * brackets, so that what the site itself shows (「令和8年(2026年)11月22日(日)」) is understood as well.
 *
 * An era is taken beyond its end, as older documents write it (平成32年 is 2020), but not before its first day. Two figures alone
 * are no year: nobody could say of which calendar.
 *
 * @returns the day, or null when the text is none, names a day that does not exist, or contradicts itself (two years, a wrong weekday)
 */
export function parseTypedDate(typed: string): IsoDate | null {
  const text = typedCode(typed).replace(/\s+/g, "");
  const [, date = "", weekday] = /^(.*?)(?:\(([日月火水木金土])(?:曜日?)?\))?$/.exec(text) ?? [];
  const day = westernDay(date) ?? eraDay(date);
  if (day === null || (weekday !== undefined && japaneseWeekday.format(startOfDayTokyo(day)) !== weekday)) return null;
  return day;
}

function westernDay(text: string): IsoDate | null {
  const [, year = "", first, month = "", second, date = ""] = typedWestern.exec(text) ?? [];
  if (year !== "") return first === second ? existingDay(year, month, date) : null;
  const digits = typedDigits.exec(text);
  return digits === null ? null : existingDay(digits[1] ?? "", digits[2] ?? "", digits[3] ?? "");
}

function eraDay(text: string): IsoDate | null {
  const [, name = "", yearOfEra = "", western, first, month = "", second, date = ""] = typedEra.exec(text) ?? [];
  const era = eras[eraOfInitial[name.toUpperCase()] ?? name];
  if (era === undefined || first !== second) return null;
  const year = era.before + (yearOfEra === "元" ? 1 : Number(yearOfEra));
  if (western !== undefined && Number(western) !== year) return null;
  const day = existingDay(String(year), month, date);
  return day !== null && day >= era.from ? day : null;
}

function existingDay(year: string, month: string, date: string): IsoDate | null {
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isIsoDate(day) ? day : null;
}

/**
 * A day as a form shows it for correcting, in a form {@link parseTypedDate} reads: ja and easy 「令和8年11月22日」, en "2026-11-22".
 * @throws RangeError if the text is not an existing day
 */
export function typedDate(day: IsoDate, locale: Locale): string {
  return locale === "en" ? isoDate(startOfDayTokyo(day)) : formatShort(day, "ja");
}

/**
 * A month, 'YYYY-MM': ja 「令和8年11月」, easy 「2026年11月」, en "November 2026". `name`: the month without its year, 「11月」, "Nov".
 * @throws RangeError if the text is not an existing month
 */
export function formatMonth(month: string, locale: Locale, form: "full" | "name" = "full"): string {
  const first = startOfDayTokyo(`${month}-01`);
  if (locale === "en") return (form === "full" ? englishMonth : englishMonthName).format(first);
  const name = `${Number(month.slice(5))}月`;
  if (form === "name") return name;
  return `${locale === "ja" ? eraYearOf(first) : `${getYear(first, { in: tokyo })}年`}${name}`;
}

/**
 * A fiscal year by the year of the Gregorian calendar it begins in: ja 「令和8年度」, easy 「2026年度」, en "Fiscal year 2026". The era is that of
 * {@link fiscalYear}.
 */
export function formatFiscalYear(western: number, locale: Locale): string {
  switch (locale) {
    case "ja":
      return `${eraYearOf(startOfDayTokyo(`${western}-12-31`))}度`;
    case "easy":
      return `${western}年度`;
    case "en":
      return `Fiscal year ${western}`;
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
