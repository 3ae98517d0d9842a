import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import { previewAuthorMail } from "#app/domain/participant/queries/preview-author-mail.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { AppealOutcome } from "../appeal.ts";
import { appealMessage } from "../appeal-message.ts";
import { permitAppealDecision } from "../appeal-rows.server.ts";
import { permitDecision } from "../escalation.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";

/**
 * The mail an author would get about their appeal, with the secret parts of links masked. Nothing is changed or queued.
 *
 * @throws as `permitAppealDecision` and `permitDecision`
 */
export async function previewAppealDecision(
  viewer: StaffActor,
  outcome: AppealOutcome,
  item: ItemRef,
  input: { version: number; appealId: string; explanation: string },
): Promise<AuthorMailPreview> {
  const reviewed = await loadReviewed(db(), viewer, item);
  await permitAppealDecision(db(), viewer, reviewed, input.appealId);
  permitDecision(viewer, reviewed, input.version);
  return previewAuthorMail(appealMessage(outcome, reviewed, input), reviewed.emailAddressId);
}
