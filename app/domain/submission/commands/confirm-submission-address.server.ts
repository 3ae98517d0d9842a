import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { takeConfirmation } from "#app/domain/participant/take-confirmation.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mailReceipt } from "../mail-receipt.server.ts";
import { ownSubmission } from "../own-submission.server.ts";
import { recordTimeline } from "../record-timeline.server.ts";

/**
 * The owner of the address says that it is theirs: the receipt and all later mails go there. Pressing the button again changes nothing.
 */
export async function confirmSubmissionAddress(context: CommandContext, input: { token: string }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const submission = await ownSubmission(ctx);
    const { firstUse } = await takeConfirmation(ctx, {
      token: input.token,
      item: { type: "submission", id: submission.id },
    });
    if (!firstUse) return;
    await recordTimeline(ctx, { submissionId: submission.id, event: "ADDRESS_CONFIRMED", audience: "AUTHOR" });
    await mailReceipt(ctx, submission.id);
    await recordAudit(ctx, {
      action: "confirm-submission-address",
      subject: { type: "submission", id: submission.id, number: submission.number },
    });
  });
}
