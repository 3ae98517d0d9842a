import { useText } from "#app/components/text.tsx";
import { formatDateTime, formatShort, timeZone } from "#app/domain/shared/japanese-date.ts";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });

/** A moment of a mail's life with date and time, as Tokyo has it; `short` in tables. */
export function MailTime({ at, form = "full" }: { at: string; form?: "full" | "short" }) {
  const { locale } = useText();
  const date = new Date(at);
  return (
    <time dateTime={at}>
      {form === "full" ? formatDateTime(date, locale) : `${formatShort(date, locale)} ${clock.format(date)}`}
    </time>
  );
}
