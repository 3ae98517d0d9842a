import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { pauseClock } from "../clock-of-desk.server.ts";
import { changeHandled, loadHandled, mailDeskOf, permit } from "../load-handled.server.ts";

/**
 * The desk asks the author something it must know to answer. The question stands on the tracking page, and goes by mail to an address its
 * owner confirmed; only author and city read it. Until the author replies, the desk's days do not count, unless its day has passed already.
 */
export async function askAuthor(
  context: CommandContext,
  input: { submissionId: string; version: number; question: string },
): Promise<{ questionId: string }> {
  return inTransaction(context, async (ctx) => {
    const submission = await loadHandled(ctx, input.submissionId);
    permit(ctx, submission, "ask", input.version);
    const deskId = submission.handlingDeskId;
    if (deskId === null) throw conflict("notPossibleNow");

    const questionId = randomUUID();
    await ctx.tx.authorQuestion.create({
      data: {
        id: questionId,
        submissionId: submission.id,
        deskId,
        askedByLabel: actorLabel(ctx.actor),
        body: input.question,
        askedAt: ctx.now,
      },
      select: { id: true },
    });
    const stops = await pauseClock(ctx, submission);
    await changeHandled(ctx, submission, {
      waitsForAuthor: true,
      ...(stops && submission.review !== "PENDING" ? { dueOn: null } : {}),
    });
    await recordTimeline(ctx, {
      submissionId: submission.id,
      event: "ASKED",
      audience: "AUTHOR",
      deskId,
      note: input.question,
    });
    await mailIfConfirmed(ctx, submission.emailAddressId, {
      template: "asked",
      params: {
        item: { type: "submission", id: submission.id, number: submission.number },
        title: submission.title,
        desk: await mailDeskOf(ctx, deskId),
        question: input.question,
      },
      locale: submission.locale,
      threadKey: submission.number,
      submissionId: submission.id,
    });
    await recordAudit(ctx, {
      action: "ask-author",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { questionId, deskId, clockStops: stops },
    });
    return { questionId };
  });
}
