import { previewMail } from "#app/domain/mail/queries/preview-mail.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { decisionMessage } from "../decision-message.ts";
import { loadReviewed, type ReviewedItem } from "../load-reviewed.server.ts";
import type { DecisionWords } from "../moderation.schema.ts";
import { type Decision, mayDecide } from "../moderation.ts";
import { recipientOf } from "../recipient-of.server.ts";
import type { DecisionPreview } from "../review-page.ts";

/** The mail an author would get about a decision, as it would read, with the secret parts of links masked. Nothing is changed or queued. */
export async function previewDecision(
  viewer: StaffActor,
  decision: Decision,
  item: ReviewedItem,
  words: DecisionWords,
): Promise<DecisionPreview> {
  if (!mayDecide(viewer)) throw forbidden();
  const reviewed = await loadReviewed(db(), viewer, item);
  const message = decisionMessage(decision, reviewed, words);
  const { subject, text } = await previewMail(message, message.locale);
  return { subject, text, recipient: await recipientOf(reviewed.emailAddressId) };
}
