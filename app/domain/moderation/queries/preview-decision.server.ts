import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import { previewAuthorMail } from "#app/domain/participant/queries/preview-author-mail.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import { decisionMessage } from "../decision-message.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import type { DecisionWords } from "../moderation.schema.ts";
import { type Decision, mayDecide } from "../moderation.ts";
import { saidWords } from "../said-words.server.ts";

/** The mail an author would get about a decision, as it would read, with the secret parts of links masked. Nothing is changed or queued. */
export async function previewDecision(
  viewer: StaffActor,
  decision: Decision,
  item: ItemRef,
  words: DecisionWords,
): Promise<AuthorMailPreview> {
  if (!mayDecide(viewer)) throw forbidden();
  const reviewed = await loadReviewed(db(), viewer, item);
  const said = await saidWords(db(), viewer, decision, reviewed, words);
  return previewAuthorMail(decisionMessage(decision, reviewed, said), reviewed.emailAddressId);
}
