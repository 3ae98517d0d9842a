import { formatDate, formatDateTime } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";

/** A moment for `time` props of the design system. @param at ISO 8601 */
export const momentOf = (at: string, locale: Locale) => ({ dateTime: at, text: formatDateTime(new Date(at), locale) });

/** A calendar day in words. @param day 'YYYY-MM-DD' */
export function Day({ day, locale }: { day: string; locale: Locale }) {
  return <time dateTime={day}>{formatDate(day, locale)}</time>;
}

/** A moment in words. @param at ISO 8601 */
export function Moment({ at, locale }: { at: string; locale: Locale }) {
  return <time dateTime={at}>{formatDateTime(new Date(at), locale)}</time>;
}
