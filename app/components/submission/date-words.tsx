import { formatDate, formatDateTime, isoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";

/** A moment for `time` props of the design system. @param at ISO 8601 */
export const momentOf = (at: string, locale: Locale) => ({ dateTime: at, text: formatDateTime(new Date(at), locale) });

/** The day of a moment for the same props. @param at ISO 8601 */
export function dayTimeOf(at: string, locale: Locale) {
  const day = isoDate(new Date(at));
  return { dateTime: day, text: formatDate(day, locale) };
}

/** A calendar day in words. @param day 'YYYY-MM-DD' */
export function Day({ day, locale }: { day: string; locale: Locale }) {
  return <time dateTime={day}>{formatDate(day, locale)}</time>;
}

/** The day of a moment, where nobody knows its hour. @param at ISO 8601 */
export function DayOf({ at, locale }: { at: string; locale: Locale }) {
  return <Day day={isoDate(new Date(at))} locale={locale} />;
}

/** A moment in words. @param at ISO 8601 */
export function Moment({ at, locale }: { at: string; locale: Locale }) {
  return <time dateTime={at}>{formatDateTime(new Date(at), locale)}</time>;
}
