import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { changeSubmission } from "../change-submission.server.ts";
import { ownSubmission } from "../own-submission.server.ts";
import { releaseMerged } from "../put-back.server.ts";
import { recordTimeline } from "../record-timeline.server.ts";
import { canWithdraw } from "../submission.ts";

/**
 * The author takes a proposal back: it leaves every public page, and the city owes no answer to it any more. What others sent about the same
 * and was merged into it goes on by itself.
 */
export async function withdrawSubmission(context: CommandContext, input: { version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const submission = await ownSubmission(ctx);
    if (!canWithdraw(submission.kind, submission.review)) throw conflict("cannotWithdraw");
    await changeSubmission(ctx, {
      id: submission.id,
      version: input.version,
      changes: { review: "WITHDRAWN", dueOn: null, lateReason: null, waitsForAuthor: false },
    });
    await recordTimeline(ctx, { submissionId: submission.id, event: "WITHDRAWN", audience: "AUTHOR" });
    const released = await releaseMerged(ctx, submission.id);
    await recordAudit(ctx, {
      action: "withdraw-submission",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { from: submission.review, ...(released.length === 0 ? {} : { released }) },
    });
  });
}
