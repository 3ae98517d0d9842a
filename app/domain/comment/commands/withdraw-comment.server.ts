import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { canWithdraw } from "#app/domain/submission/submission.ts";
import { changeComment } from "../change-comment.server.ts";
import { ownComment } from "../own-comment.server.ts";

/** The author takes a comment back: it leaves every public page, and the replies under it with it. */
export async function withdrawComment(context: CommandContext, input: { version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const comment = await ownComment(ctx);
    if (!canWithdraw("COMMENT", comment.review)) throw conflict("cannotWithdraw");
    await changeComment(ctx, {
      id: comment.id,
      version: input.version,
      changes: { review: "WITHDRAWN", dueOn: null },
    });
    await recordTimeline(ctx, { commentId: comment.id, event: "WITHDRAWN", audience: "AUTHOR" });
    await recordAudit(ctx, {
      action: "withdraw-comment",
      subject: { type: "comment", id: comment.id, number: comment.number },
      detail: { from: comment.review },
    });
  });
}
