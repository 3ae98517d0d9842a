import { useText } from "#app/components/text.tsx";
import { formatDateTime } from "#app/domain/shared/japanese-date.ts";

/** A moment of a mail's life with date and time, as Tokyo has it. */
export function MailTime({ at }: { at: string }) {
  const { locale } = useText();
  return <time dateTime={at}>{formatDateTime(new Date(at), locale)}</time>;
}
