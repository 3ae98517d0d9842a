import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { columnOf } from "#app/domain/shared/item-column.ts";
import type { AppealOutcome } from "./appeal.ts";
import type { Reviewed } from "./load-reviewed.server.ts";

/** The mail an author gets when their appeal was decided; the preview on the desk and the mail itself are both made from it. */
export function appealMessage(
  outcome: AppealOutcome,
  reviewed: Reviewed,
  { explanation }: { explanation: string },
): PersonMessage {
  const item = { type: reviewed.type, id: reviewed.id, number: reviewed.number };
  const { title, path } = reviewed;
  const envelope = appealEnvelope(reviewed);
  switch (outcome) {
    case "UPHELD":
      return { ...envelope, template: "appeal-upheld", params: { item, title, explanation } };
    case "OVERTURNED":
      return { ...envelope, template: "appeal-overturned", params: { item, title, explanation, path } };
  }
}

/** The mail an author gets when they appealed. */
export function appealReceivedMessage(reviewed: Reviewed, dueOn: string): PersonMessage {
  const item = { type: reviewed.type, id: reviewed.id, number: reviewed.number };
  return {
    ...appealEnvelope(reviewed),
    template: "appeal-received",
    params: { item, title: reviewed.title, dueOn },
  };
}

function appealEnvelope(reviewed: Reviewed) {
  return { locale: reviewed.locale, threadKey: reviewed.number, ...columnOf(reviewed) };
}
