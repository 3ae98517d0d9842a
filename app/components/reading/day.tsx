import { useText } from "#app/components/text.tsx";
import { formatDate, formatShort, type IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";

/** A day for `<time>`: an instant (ISO 8601 with time) or a calendar day, as Tokyo has it. */
export function dayText(at: string | IsoDate, locale: Locale, form: "full" | "short" = "full") {
  const date = at.length > 10 ? new Date(at) : at;
  return { dateTime: at, text: form === "full" ? formatDate(date, locale) : formatShort(date, locale) };
}

/** A date in the words of the page's language. `short` in lists and under cards. */
export function Day({ at, form }: { at: string | IsoDate; form?: "full" | "short" }) {
  const { locale } = useText();
  const { dateTime, text } = dayText(at, locale, form);
  return <time dateTime={dateTime}>{text}</time>;
}
