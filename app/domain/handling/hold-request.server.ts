import type { TxContext } from "#app/domain/shared/command-context.ts";
import { owedAssignments } from "./owed.server.ts";

/**
 * A desk's mailbox sent back a mail about a submission: the request waits from now on, as one does whose desk has no mailbox yet, and leaves
 * by `send-held-request`. Nothing happens where another desk has the submission by now, or nobody waits for an answer any more.
 */
export async function holdRequest(
  context: TxContext,
  { submissionId, mailbox }: { submissionId: string; mailbox: string },
): Promise<void> {
  await context.tx.assignment.updateMany({
    where: { AND: [owedAssignments, { submissionId, heldSince: null, desk: { mailbox } }] },
    data: { heldSince: context.now },
  });
}
