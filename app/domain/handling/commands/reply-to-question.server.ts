import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailboxForWords, wordsColumns } from "#app/domain/directory/directory.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { resumeClock } from "../clock-of-desk.server.ts";
import { type Handled, loadHandled } from "../load-handled.server.ts";
import { mailReply } from "../mail-reply.server.ts";

/**
 * The author, on the tracking page, answers a question of the desk. The desk that has the submission now is mailed; where its
 * mailbox may not get it, the reply waits with the request. A question is answered
 * once (CONFLICT "alreadyReplied"), and not any more after the author withdrew. With the last reply the desk's days count again from where they
 * stopped.
 */
export async function replyToQuestion(
  context: CommandContext,
  input: { questionId: string; reply: string },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { actor } = ctx;
    if (actor.kind !== "author" || actor.of !== "submission") throw notFound();
    const question = await ctx.tx.authorQuestion.findFirst({
      where: { id: input.questionId, submissionId: actor.id },
      select: { id: true, body: true },
    });
    if (question === null) throw notFound();
    const submission = await loadHandled(ctx, actor.id);
    if (["WITHDRAWN", "MERGED"].includes(submission.review)) throw conflict("notPossibleNow");

    const { count } = await ctx.tx.authorQuestion.updateMany({
      where: { id: question.id, repliedAt: null },
      data: { reply: input.reply, repliedAt: ctx.now },
    });
    if (count === 0) throw conflict("alreadyReplied");
    const open = await ctx.tx.authorQuestion.findFirst({
      where: { submissionId: submission.id, repliedAt: null },
      select: { id: true },
    });
    const dueOn = open === null ? await resumeClock(ctx, submission) : null;
    await changeSubmission(ctx, {
      id: submission.id,
      version: submission.version,
      changes: {
        waitsForAuthor: open !== null,
        ...(dueOn !== null && submission.review !== "PENDING" ? { dueOn } : {}),
      },
    });
    await recordTimeline(ctx, {
      submissionId: submission.id,
      event: "REPLIED",
      audience: "AUTHOR",
      dueOn,
      note: input.reply,
    });
    const mailed = await mailDesk(ctx, submission, { question: question.body, reply: input.reply });
    await recordAudit(ctx, {
      action: "reply-to-question",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { questionId: question.id, mailed, ...(dueOn === null ? {} : { dueOn }) },
    });
  });
}

async function mailDesk(
  context: TxContext,
  submission: Handled,
  { question, reply }: { question: string; reply: string },
): Promise<boolean> {
  const { assignment } = submission;
  if (assignment === null) return false;
  const desk = await context.tx.desk.findUniqueOrThrow({
    where: { id: assignment.deskId },
    select: { name: true, ...wordsColumns },
  });
  const to = mailboxForWords(desk, isoDate(context.now));
  if (to === null) {
    // It leaves with the request, as soon as that mailbox may get it or another takes it.
    if (desk.mailbox !== null)
      await context.tx.assignment.updateMany({
        where: { id: assignment.id, heldSince: null },
        data: { heldSince: context.now },
      });
    return false;
  }
  await mailReply(context, submission, { assignment, deskName: desk.name, question, reply, to });
  return true;
}
