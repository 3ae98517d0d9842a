import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { resumeClock } from "../clock-of-desk.server.ts";
import { loadHandled } from "../load-handled.server.ts";

/**
 * The author has not replied for so long that the desk's days count again: nothing is left without an answer because somebody did not write
 * back. The question stays open and can still be answered.
 *
 * @returns whether a clock stood still
 */
export async function resumePromise(context: CommandContext, input: { submissionId: string }): Promise<boolean> {
  return inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const submission = await loadHandled(ctx, input.submissionId);
    // it would make the decision fail; the next run comes soon enough
    if (submission.decisionWaits) return false;
    const dueOn = await resumeClock(ctx, submission);
    if (dueOn === null) return false;
    await changeSubmission(ctx, {
      id: submission.id,
      version: submission.version,
      changes: submission.review === "PENDING" ? {} : { dueOn },
    });
    await recordAudit(ctx, {
      action: "resume-promise",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { dueOn },
    });
    return true;
  });
}
