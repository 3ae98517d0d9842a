import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { deskInCharge } from "#app/domain/directory/desk-office.ts";
import { mailboxForWords, wordsColumns } from "#app/domain/directory/directory.ts";
import { loadSuccessions } from "#app/domain/directory/find-desk-in-charge.server.ts";
import { fallbackMailbox } from "#app/domain/directory/find-fallback-desk.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { businessDaysBetween } from "#app/domain/shared/business-days.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { answerLinkFor } from "../answer-link.server.ts";
import { presentDueOn } from "../clock-of-desk.server.ts";
import { sendRequest } from "../give-to-desk.server.ts";
import { type Handled, loadHandled } from "../load-handled.server.ts";
import { mailReply } from "../mail-reply.server.ts";
import { owedAssignments } from "../owed.server.ts";

/**
 * A request that waited because nobody had acknowledged its desk's mailbox, or because the desk is not in office, leaves: to that mailbox once it
 * may get it, or, after the business days the city waits, to the mailbox of its successor, else of the desk that takes what nobody else takes,
 * so that it is not lost; with what its author answered meanwhile. The desk stays responsible.
 *
 * @returns where it went; null if it still waits or does not wait any more
 */
export async function sendHeldRequest(
  context: CommandContext,
  input: { assignmentId: string },
): Promise<"desk" | "successor" | "fallback" | null> {
  return inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const turn = await ctx.tx.assignment.findFirst({
      where: { AND: [owedAssignments, { id: input.assignmentId, heldSince: { not: null } }] },
      select: {
        id: true,
        heldSince: true,
        instruction: true,
        submissionId: true,
        desk: { select: { id: true, name: true, ...wordsColumns } },
      },
    });
    if (turn === null || turn.heldSince === null) return null;
    const own = mailboxForWords(turn.desk, isoDate(ctx.now));
    const leaving =
      own === null
        ? await otherMailbox(ctx, turn.desk.id, turn.heldSince)
        : ({ to: own, sentTo: "desk" } satisfies Leaving);
    if (leaving === null) return null;
    const { to, sentTo } = leaving;
    const { count } = await ctx.tx.assignment.updateMany({
      where: { id: turn.id, heldSince: { not: null } },
      data: { heldSince: null },
    });
    const submission = await loadHandled(ctx, turn.submissionId);
    if (count === 0 || submission.assignment === null) return null;
    const answerLinkId = await answerLinkFor(ctx, { submissionId: submission.id, assignmentId: turn.id });
    const dueOn = presentDueOn(ctx, submission.assignment);
    await sendRequest(ctx, submission, { desk: turn.desk, dueOn, instruction: turn.instruction, to, answerLinkId });
    await mailReplies(ctx, submission, { assignment: submission.assignment, deskName: turn.desk.name, to });
    await recordAudit(ctx, {
      action: "send-held-request",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { deskId: turn.desk.id, sentTo },
    });
    return sentTo;
  });
}

/** What the author answered so far: nobody knows which of it reached whom. */
async function mailReplies(
  context: TxContext,
  submission: Handled,
  mail: { assignment: NonNullable<Handled["assignment"]>; deskName: unknown; to: string },
): Promise<void> {
  const replied = await context.tx.authorQuestion.findMany({
    where: { submissionId: submission.id, repliedAt: { not: null } },
    orderBy: { askedAt: "asc" },
    select: { body: true, reply: true },
  });
  for (const { body, reply } of replied)
    await mailReply(context, submission, { ...mail, question: body, reply: reply ?? "" });
}

type Leaving = { to: string; sentTo: "desk" | "successor" | "fallback" };

async function otherMailbox(context: TxContext, deskId: string, heldSince: Date): Promise<Leaving | null> {
  const { promiseClock } = await getSettings(context.tx);
  const today = isoDate(context.now);
  if (businessDaysBetween(isoDate(heldSince), today) < promiseClock.holdRequest) return null;
  const successorId = deskInCharge(deskId, await loadSuccessions(context.tx), today);
  if (successorId !== null && successorId !== deskId) {
    const successor = await context.tx.desk.findUniqueOrThrow({ where: { id: successorId }, select: wordsColumns });
    const mailbox = mailboxForWords(successor, today);
    if (mailbox !== null) return { to: mailbox, sentTo: "successor" };
  }
  const to = await fallbackMailbox(context.tx, deskId, today);
  return to === null ? null : { to, sentTo: "fallback" };
}
