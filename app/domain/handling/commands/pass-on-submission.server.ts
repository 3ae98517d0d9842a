import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailboxForWords } from "#app/domain/directory/directory.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { presentDueOn } from "../clock-of-desk.server.ts";
import { giveToDesk, openDesk } from "../give-to-desk.server.ts";
import { changeHandled, loadHandled, permit, writeNote } from "../load-handled.server.ts";

/**
 * The desk hands a submission to the desk it belongs to. The due date stays: the citizen was promised that day, whoever answers; if the clock
 * stood still because the author was asked, it runs again, since it was the desk before that needed to know. The reason
 * is for the next desk and the moderators, not for the public.
 */
export async function passOnSubmission(
  context: CommandContext,
  input: { submissionId: string; version: number; deskId: string; reason: string },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const submission = await loadHandled(ctx, input.submissionId);
    const handling = permit(ctx, submission, "passOn", input.version);
    if (submission.assignment === null) throw conflict("notPossibleNow");
    if (submission.assignment.deskId === input.deskId) throw inputError({ deskId: ["sameDesk"] });
    const desk = await openDesk(ctx, input.deskId);
    const dueOn = presentDueOn(ctx, submission.assignment);

    await giveToDesk(ctx, submission, { desk, dueOn, instruction: input.reason, endReason: "passed-on" });
    await writeNote(ctx, submission.id, input.reason);
    await changeHandled(ctx, submission, {
      handling,
      handlingDeskId: desk.id,
      ...(submission.review === "PENDING" ? {} : { dueOn }),
    });
    await recordTimeline(ctx, {
      submissionId: submission.id,
      event: "PASSED_ON",
      audience: "PUBLIC",
      deskId: desk.id,
      dueOn,
    });
    await recordAudit(ctx, {
      action: "pass-on-submission",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: {
        deskId: desk.id,
        fromDeskId: submission.assignment.deskId,
        mailed: mailboxForWords(desk, isoDate(ctx.now)) !== null,
      },
    });
  });
}
