import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import { previewAuthorMail } from "#app/domain/participant/queries/preview-author-mail.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { AppealOutcome } from "../appeal.ts";
import { appealMessage } from "../appeal-message.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import { mayDecide } from "../moderation.ts";

/** The mail an author would get about their appeal, with the secret parts of links masked. Nothing is changed or queued. */
export async function previewAppealDecision(
  viewer: StaffActor,
  outcome: AppealOutcome,
  item: ItemRef,
  words: { explanation: string },
): Promise<AuthorMailPreview> {
  if (!mayDecide(viewer)) throw forbidden();
  const reviewed = await loadReviewed(db(), viewer, item);
  return previewAuthorMail(appealMessage(outcome, reviewed, words), reviewed.emailAddressId);
}
