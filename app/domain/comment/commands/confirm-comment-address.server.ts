import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { takeConfirmation } from "#app/domain/participant/take-confirmation.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { mailCommentReceipt } from "../mail-comment.server.ts";
import { ownComment } from "../own-comment.server.ts";
import { publishConfirmed } from "../publish-confirmed.server.ts";

/** As `confirmSubmissionAddress`, for a comment. */
export async function confirmCommentAddress(context: CommandContext, input: { token: string }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const { id, number } = await ownComment(ctx);
    const { emailAddressId, firstUse } = await takeConfirmation(ctx, {
      token: input.token,
      item: { type: "comment", id },
    });
    if (!firstUse) return;
    await recordTimeline(ctx, { commentId: id, event: "ADDRESS_CONFIRMED", audience: "AUTHOR" });
    const published = await publishConfirmed(ctx, { id, emailAddressId });
    await mailCommentReceipt(ctx, id);
    await recordAudit(ctx, {
      action: "confirm-comment-address",
      subject: { type: "comment", id, number },
      detail: { published },
    });
  });
}
