import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { takeConfirmation } from "#app/domain/participant/take-confirmation.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mailReceipt } from "../mail-receipt.server.ts";
import { ownSubmission } from "../own-submission.server.ts";
import { publishConfirmed } from "../publish-confirmed.server.ts";
import { recordTimeline } from "../record-timeline.server.ts";

/**
 * The owner of the address says that it is theirs: the receipt and all later mails go there. If the office trusts them and the theme says so,
 * what they sent is public from now on. Pressing the button again changes nothing.
 */
export async function confirmSubmissionAddress(context: CommandContext, input: { token: string }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const submission = await ownSubmission(ctx);
    const { id, number } = submission;
    const { emailAddressId, firstUse } = await takeConfirmation(ctx, {
      token: input.token,
      item: { type: "submission", id },
    });
    if (!firstUse) return;
    await recordTimeline(ctx, { submissionId: id, event: "ADDRESS_CONFIRMED", audience: "AUTHOR" });
    const published = await publishConfirmed(ctx, { id, emailAddressId });
    await mailReceipt(ctx, id);
    await recordAudit(ctx, {
      action: "confirm-submission-address",
      subject: { type: "submission", id, number },
      detail: { published },
    });
  });
}
