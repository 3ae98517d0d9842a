import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { answerToken } from "#app/domain/handling/answer-link.server.ts";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { findAnswerLink } from "#app/domain/handling/queries/find-answer-link.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { storedText } from "#app/domain/shared/normalize-text.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { MessageDraftInput } from "../inbox.schema.ts";
import { readCommand } from "../reply-command.ts";
import { loadOpenMessage, type OpenMessage, settleMessage } from "../settle-message.server.ts";

/**
 * A moderator makes a draft of what waits in the box, for the submission it is about. Word for word as the desk wrote it, and while it is still
 * the desk's turn, the draft is the desk's, so that the moderator may approve it; with any other words it is the moderator's own.
 *
 * @throws not found, forbidden; conflict "changedMeanwhile"; INPUT at `number` ("noSuchSubmission"); what drafting refuses
 */
export async function makeDraftOfMessage(
  context: CommandContext,
  { id, ...input }: MessageDraftInput & { id: string },
): Promise<{ number: string }> {
  return inTransaction(context, async (ctx) => {
    const message = await loadOpenMessage(ctx, { id, version: input.version });
    const submission = await ctx.tx.submission.findFirst({
      where: { AND: [visibleSubmissions(ctx.actor), { number: input.number }] },
      select: { id: true, number: true, version: true },
    });
    if (submission === null) throw inputError({ number: ["noSuchSubmission"] });
    const { answerId } = await draftAnswer(
      { ...ctx, actor: await drafterOf(ctx, message, { submissionId: submission.id, body: input.body }) },
      {
        submissionId: submission.id,
        version: submission.version,
        outcomeKey: input.outcomeKey,
        referral: input.referral,
        body: input.body,
      },
    );
    await settleMessage(ctx, message, { state: "TAKEN", act: "draft", submissionId: submission.id, answerId });
    await recordAudit(ctx, {
      action: "make-draft-of-message",
      subject: { type: "received-mail", id, number: submission.number },
      detail: { answerId, was: message.state, reason: message.reason },
    });
    return { number: submission.number };
  });
}

async function drafterOf(
  context: TxContext,
  message: OpenMessage,
  { submissionId, body }: { submissionId: string; body: string },
): Promise<Actor> {
  // In quarantine nothing shows that these are the desk's words.
  if (message.state !== "WAITING" || message.answerLinkId === null) return context.actor;
  const { rest } = readCommand(message.own);
  if (![message.own, rest].map(storedText).includes(body) || message.submissionId !== submissionId)
    return context.actor;
  const link = await findAnswerLink(answerToken(message.answerLinkId), context.now);
  return link === null ? context.actor : { ...link, byReply: true };
}
