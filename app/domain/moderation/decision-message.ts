import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { Reviewed } from "./load-reviewed.server.ts";
import type { DecisionWords } from "./moderation.schema.ts";
import type { Decision } from "./moderation.ts";

/** The mail an author gets about a decision; the preview on the desk and the mail itself are both made from it. */
export function decisionMessage(decision: Decision, reviewed: Reviewed, words: DecisionWords): PersonMessage {
  const item = { type: reviewed.type, id: reviewed.id, number: reviewed.number };
  const { title, kind, path } = reviewed;
  const reason = { reasonCode: words.reasonCode ?? "OTHER", explanation: words.explanation ?? "" };
  const envelope = {
    locale: reviewed.locale,
    threadKey: reviewed.number,
    ...(reviewed.type === "submission" ? { submissionId: reviewed.id } : { commentId: reviewed.id }),
  };
  switch (decision) {
    case "APPROVE":
      return { ...envelope, template: "published", params: { item, kind, title, path } };
    case "RETURN":
      return { ...envelope, template: "returned", params: { item, title, ...reason } };
    case "DECLINE":
      return {
        ...envelope,
        template: "declined",
        params: { item, title, ...reason, stillAnswered: reviewed.assignedUntil !== null },
      };
    case "HIDE":
      return { ...envelope, template: "hidden", params: { item, title, ...reason } };
    case "RESTORE":
      return { ...envelope, template: "restored", params: { item, title, path } };
  }
}
