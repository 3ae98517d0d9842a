import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { columnOf } from "#app/domain/shared/item-column.ts";
import type { Reviewed } from "./load-reviewed.server.ts";
import type { Decision } from "./moderation.ts";
import type { SaidWords } from "./reasons.ts";

const noReason = { ja: "", easy: "", en: "" };

/** The mail an author gets about a decision; the preview on the desk and the mail itself are both made from it. */
export function decisionMessage(decision: Decision, reviewed: Reviewed, said: SaidWords): PersonMessage {
  const item = { type: reviewed.type, id: reviewed.id, number: reviewed.number };
  const { title, kind, path } = reviewed;
  const words = { reason: said.reason ?? noReason, explanation: said.explanation ?? "" };
  const envelope = {
    locale: reviewed.locale,
    threadKey: reviewed.number,
    ...columnOf(reviewed),
  };
  switch (decision) {
    case "APPROVE":
      return { ...envelope, template: "published", params: { item, kind, title, path } };
    case "RETURN":
      return { ...envelope, template: "returned", params: { item, title, ...words } };
    case "DECLINE":
      return {
        ...envelope,
        template: "declined",
        params: { item, title, ...words, stillAnswered: reviewed.isAssigned },
      };
    case "HIDE":
      return { ...envelope, template: "hidden", params: { item, title, ...words } };
    case "RESTORE":
      return { ...envelope, template: "restored", params: { item, title, path, explanation: words.explanation } };
  }
}
