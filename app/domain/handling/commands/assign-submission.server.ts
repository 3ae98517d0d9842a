import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailboxForWords } from "#app/domain/directory/directory.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { giveToDesk, openDesk } from "../give-to-desk.server.ts";
import { dueOnProblem } from "../handling.ts";
import { changeHandled, loadHandled, permit } from "../load-handled.server.ts";

/**
 * A moderator gives a submission to the desk that must answer it, with a due date; also to another desk later, or anew after an answer.
 *
 * While the review is pending the public promise stays the date of the review; the desk's own date is in its assignment.
 */
export async function assignSubmission(
  context: CommandContext,
  input: { submissionId: string; version: number; deskId: string; dueOn: IsoDate; instruction: string | null },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const submission = await loadHandled(ctx, input.submissionId);
    const handling = permit(ctx, submission, "assign", input.version);
    const problem = dueOnProblem(input.dueOn, isoDate(ctx.now));
    if (problem !== null) throw inputError({ dueOn: [problem] });
    const desk = await openDesk(ctx, input.deskId);

    await giveToDesk(ctx, submission, {
      desk,
      dueOn: input.dueOn,
      instruction: input.instruction,
      endReason: "reassigned",
    });
    await changeHandled(ctx, submission, {
      handling,
      handlingDeskId: desk.id,
      lateReason: null,
      ...(submission.review === "PENDING" ? {} : { dueOn: input.dueOn }),
    });
    await recordTimeline(ctx, {
      submissionId: submission.id,
      event: "ASSIGNED",
      audience: "PUBLIC",
      deskId: desk.id,
      dueOn: input.dueOn,
    });
    await recordAudit(ctx, {
      action: "assign-submission",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: {
        deskId: desk.id,
        dueOn: input.dueOn,
        fromDeskId: submission.handlingDeskId,
        mailed: mailboxForWords(desk, isoDate(ctx.now)) !== null,
      },
    });
  });
}
