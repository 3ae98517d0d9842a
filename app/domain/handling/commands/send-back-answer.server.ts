import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { changeHandled, loadHandled, permit } from "../load-handled.server.ts";

/** A moderator does not approve a draft and says what must change. The draft and the note stay on the desk's page. */
export async function sendBackAnswer(
  context: CommandContext,
  input: { submissionId: string; version: number; answerId: string; note: string },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const submission = await loadHandled(ctx, input.submissionId);
    const handling = permit(ctx, submission, "sendBack", input.version);
    const { count } = await ctx.tx.answer.updateMany({
      where: { id: input.answerId, submissionId: submission.id, state: "DRAFT" },
      data: { state: "SENT_BACK", sendBackNote: input.note },
    });
    if (count === 0) throw conflict("notPossibleNow");
    await changeHandled(ctx, submission, { handling });
    await recordAudit(ctx, {
      action: "send-back-answer",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { answerId: input.answerId },
    });
  });
}
