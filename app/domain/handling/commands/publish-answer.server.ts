import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { endAssignment } from "../give-to-desk.server.ts";
import { changeHandled, loadHandled, permit } from "../load-handled.server.ts";
import { answeredMessage, loadWaitingDraft } from "../load-waiting-draft.server.ts";

/**
 * A moderator approves a drafted answer and publishes it (決裁): its author and, where the submission is public, everybody can read it. The
 * version before is kept. With the rule in force, the drafter of an answer cannot approve it.
 */
export async function publishAnswer(
  context: CommandContext,
  input: { submissionId: string; version: number; answerId: string },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const submission = await loadHandled(ctx, input.submissionId);
    const handling = permit(ctx, submission, "publish", input.version);
    const answer = await loadWaitingDraft(ctx, submission.id, input.answerId);

    await ctx.tx.answer.updateMany({
      where: { submissionId: submission.id, state: "PUBLISHED" },
      data: { state: "SUPERSEDED" },
    });
    await ctx.tx.answer.update({
      where: { id: answer.id },
      data: {
        state: "PUBLISHED",
        approvedById: answer.approverId,
        approvedByLabel: actorLabel(ctx.actor),
        publishedAt: ctx.now,
      },
      select: { id: true },
    });
    await endAssignment(ctx, submission, "answered");
    await changeHandled(ctx, submission, {
      handling,
      outcomeKey: answer.outcomeKey,
      waitsForAuthor: false,
      lateReason: null,
      ...(submission.review === "PENDING" ? {} : { dueOn: null }),
    });
    await recordTimeline(ctx, {
      submissionId: submission.id,
      event: "ANSWERED",
      audience: "PUBLIC",
      deskId: answer.deskId,
    });
    await mailIfConfirmed(ctx, submission.emailAddressId, await answeredMessage(ctx, submission, answer));
    await recordAudit(ctx, {
      action: "publish-answer",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { answerId: answer.id, answerVersion: answer.answerVersion, outcomeKey: answer.outcomeKey },
    });
  });
}
