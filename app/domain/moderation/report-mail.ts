import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { ToldClosing } from "#app/domain/report/report-message.ts";
import { columnOf } from "#app/domain/shared/item-column.ts";
import type { Reviewed } from "./load-reviewed.server.ts";

/** What may be said of a text to a reader of it: nothing while it is not public. */
export function shownOf({ review, canBeSeen, path, title }: Reviewed): ToldClosing["shown"] {
  return review === "PUBLISHED" && canBeSeen ? { path, title } : null;
}

/** The mail an author gets when their text was reported and stays; the preview on the desk and the mail itself are both made from it. */
export function reportKeptMessage(reviewed: Reviewed): PersonMessage {
  const { type, id, number, title, path, locale } = reviewed;
  return {
    template: "report-kept",
    params: { item: { type, id, number }, title, path },
    locale,
    threadKey: number,
    ...columnOf(reviewed),
  };
}
