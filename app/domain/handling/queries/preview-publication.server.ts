import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import { previewAuthorMail } from "#app/domain/participant/queries/preview-author-mail.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { loadHandled, permit } from "../load-handled.server.ts";
import { answeredMessage, loadWaitingDraft } from "../load-waiting-draft.server.ts";

/**
 * The mail that would bring its author the answer that waits for approval, with the secret parts of links masked. Refused as the publication
 * itself would be; nothing is changed or queued.
 */
export async function previewPublication(
  viewer: StaffActor,
  input: { submissionId: string; version: number; answerId: string },
): Promise<AuthorMailPreview> {
  const reader = { tx: db(), actor: viewer };
  const submission = await loadHandled(reader, input.submissionId);
  permit(reader, submission, "publish", input.version);
  const answer = await loadWaitingDraft(reader, submission.id, input.answerId);
  return previewAuthorMail(await answeredMessage(reader, submission, answer), submission.emailAddressId);
}
