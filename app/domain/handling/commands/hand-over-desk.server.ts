import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mayEditDirectory } from "#app/domain/directory/directory.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { conflict, forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { endAssignment, openDesk, startTurn } from "../give-to-desk.server.ts";
import { listHandedOver, stampOf } from "../hand-over.server.ts";
import { loadHandled } from "../load-handled.server.ts";

/** Time for a desk with a thousand open items, in milliseconds. */
const timeout = 120_000;

/**
 * Everything a desk has not answered goes to another desk in one step (人事異動, 組織改編), with its due dates as they are: a pause, a draft and
 * a question to an author go along. The new desk is mailed each request; the links of the old one stop working. Inquiries that were sent to the
 * old desk and nobody has yet go along too. All of it happens, or nothing.
 *
 * @param stamp of what the dry run showed ({@link stampOf}), so that nothing moves that nobody has seen
 * @returns how many items moved
 * @throws forbidden for all but moderators; input at `to` for a closed desk or the same one; conflict "changedMeanwhile" if it is not what
 * was shown any more, "notPossibleNow" if there is nothing, "alreadyPlanned" while
 * a decision on one of them waits
 */
export async function handOverDesk(
  context: CommandContext,
  input: { deskId: string; to: string; stamp: string },
): Promise<number> {
  return inTransaction(
    context,
    async (ctx) => {
      if (!mayEditDirectory(ctx.actor)) throw forbidden();
      if (input.to === input.deskId) throw inputError({ to: ["sameDesk"] });
      const desk = await openDesk(ctx, input.to, "to");
      const items = await listHandedOver(ctx.tx, input.deskId);
      if (stampOf(items) !== input.stamp) throw conflict("changedMeanwhile");
      if (items.length === 0) throw conflict("notPossibleNow");
      for (const { id } of items) {
        const submission = await loadHandled(ctx, id);
        if (submission.decisionWaits) throw conflict("alreadyPlanned");
        const { assignment } = submission;
        const isSentTo = submission.inquiryDeskId === input.deskId;
        await changeSubmission(ctx, {
          id,
          version: submission.version,
          changes: {
            ...(assignment === null ? {} : { handlingDeskId: desk.id }),
            ...(isSentTo ? { inquiryDeskId: desk.id } : {}),
          },
        });
        if (assignment === null) continue;
        const dueOn = dayOf(assignment.dueOn);
        await endAssignment(ctx, submission, "reassigned");
        await ctx.tx.answer.updateMany({
          where: { submissionId: id, state: { in: ["DRAFT", "SENT_BACK"] } },
          data: { deskId: desk.id },
        });
        const { instruction, pausedDays } = assignment;
        await startTurn(ctx, submission, { desk, dueOn, instruction, pausedDays });
        await recordTimeline(ctx, {
          submissionId: id,
          event: "PASSED_ON",
          audience: "PUBLIC",
          deskId: desk.id,
          dueOn: pausedDays === null ? dueOn : null,
        });
      }
      await recordAudit(ctx, {
        action: "hand-over-desk",
        subject: { type: "desk", id: input.deskId },
        detail: { toDeskId: desk.id, numbers: items.map(({ number }) => number) },
      });
      return items.length;
    },
    { timeout },
  );
}
