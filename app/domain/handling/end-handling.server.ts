import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { SubmissionChanges } from "#app/domain/submission/change-submission.server.ts";
import { type EndReason, endAssignment } from "./give-to-desk.server.ts";
import { loadHandled, supersedeDrafts } from "./load-handled.server.ts";

/**
 * A submission leaves the desk that has it, because the office deals with it otherwise: the turn ends with its links, and drafts are put aside.
 *
 * @returns what changes in the submission itself; the caller changes it
 */
export async function endHandling(
  context: TxContext,
  submissionId: string,
  reason: EndReason,
): Promise<Pick<SubmissionChanges, "handling" | "handlingDeskId" | "lateReason" | "waitsForAuthor">> {
  const submission = await loadHandled(context, submissionId);
  await endAssignment(context, submission, reason);
  await supersedeDrafts(context, submissionId);
  return { handling: "NEW", handlingDeskId: null, lateReason: null, waitsForAuthor: false };
}
