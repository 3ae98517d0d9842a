import { previewMail } from "#app/domain/mail/queries/preview-mail.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { AppealOutcome } from "../appeal.ts";
import { appealMessage } from "../appeal-message.ts";
import { loadReviewed, type ReviewedItem } from "../load-reviewed.server.ts";
import { mayDecide } from "../moderation.ts";
import { recipientOf } from "../recipient-of.server.ts";
import type { DecisionPreview } from "../review-page.ts";

/** The mail an author would get about their appeal, with the secret parts of links masked. Nothing is changed or queued. */
export async function previewAppealDecision(
  viewer: StaffActor,
  outcome: AppealOutcome,
  item: ReviewedItem,
  words: { explanation: string },
): Promise<DecisionPreview> {
  if (!mayDecide(viewer)) throw forbidden();
  const reviewed = await loadReviewed(db(), viewer, item);
  const message = appealMessage(outcome, reviewed, words);
  const { subject, text } = await previewMail(message, message.locale);
  return { subject, text, recipient: await recipientOf(reviewed.emailAddressId) };
}
