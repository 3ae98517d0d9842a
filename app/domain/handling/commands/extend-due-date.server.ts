import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import { conflict, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { dueOnProblem } from "../handling.ts";
import { changeHandled, loadHandled, permit } from "../load-handled.server.ts";

/**
 * The desk needs more time: a later date, and a reason that everybody who sees the submission can read. A clock that stood still because the
 * author was asked runs again towards that date.
 */
export async function extendDueDate(
  context: CommandContext,
  input: { submissionId: string; version: number; dueOn: IsoDate; reason: string },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const submission = await loadHandled(ctx, input.submissionId);
    permit(ctx, submission, "extend", input.version);
    if (submission.assignment === null) throw conflict("notPossibleNow");
    const before = dayOf(submission.assignment.dueOn);
    const problem = dueOnProblem(input.dueOn, isoDate(ctx.now)) ?? (input.dueOn <= before ? "dateNotLater" : null);
    if (problem !== null) throw inputError({ dueOn: [problem] });

    await ctx.tx.assignment.update({
      where: { id: submission.assignment.id },
      data: { dueOn: dateColumn(input.dueOn), pausedDays: null },
      select: { id: true },
    });
    await changeHandled(ctx, submission, {
      lateReason: input.reason,
      ...(submission.review === "PENDING" ? {} : { dueOn: input.dueOn }),
    });
    await recordTimeline(ctx, {
      submissionId: submission.id,
      event: "EXTENDED",
      audience: "PUBLIC",
      deskId: submission.assignment.deskId,
      dueOn: input.dueOn,
      note: input.reason,
    });
    await recordAudit(ctx, {
      action: "extend-due-date",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { from: before, to: input.dueOn },
    });
  });
}
