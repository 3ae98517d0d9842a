import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { type Actor, actorLabel } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { checkOutcome } from "../check-outcome.server.ts";
import { changeHandled, loadHandled, permit, staffIdOf, supersedeDrafts } from "../load-handled.server.ts";

export type DraftInput = {
  submissionId: string;
  version: number;
  outcomeKey: string;
  referral: string | null;
  body: string;
};

/**
 * The desk, or a moderator for it, drafts an answer. Nothing is published: somebody else approves it. A draft written before is kept as an
 * older version and this one takes its place; after a publication it becomes the next version.
 */
export async function draftAnswer(
  context: CommandContext,
  input: DraftInput,
): Promise<{ answerId: string; answerVersion: number }> {
  return inTransaction(context, async (ctx) => {
    const submission = await loadHandled(ctx, input.submissionId);
    const handling = permit(ctx, submission, "draft", input.version);
    if (submission.handlingDeskId === null) throw conflict("notPossibleNow");
    await checkOutcome(ctx.tx, input);

    await supersedeDrafts(ctx, submission.id);
    // First the submission: its version admits one draft at a time, so two drafts never ask for the same number.
    await changeHandled(ctx, submission, { handling });
    const last = await ctx.tx.answer.aggregate({
      where: { submissionId: submission.id },
      _max: { answerVersion: true },
    });
    const answer = await ctx.tx.answer.create({
      data: {
        id: randomUUID(),
        submissionId: submission.id,
        answerVersion: (last._max.answerVersion ?? 0) + 1,
        deskId: submission.handlingDeskId,
        outcomeKey: input.outcomeKey,
        referral: input.referral,
        body: input.body,
        state: "DRAFT",
        origin: originOf(ctx.actor),
        draftedById: staffIdOf(ctx.actor),
        draftedByLabel: actorLabel(ctx.actor),
        draftedAt: ctx.now,
      },
      select: { id: true, answerVersion: true },
    });
    await recordAudit(ctx, {
      action: "draft-answer",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { answerId: answer.id, answerVersion: answer.answerVersion, outcomeKey: input.outcomeKey },
    });
    return { answerId: answer.id, answerVersion: answer.answerVersion };
  });
}

function originOf(actor: Actor): "LINK" | "REPLY" | "SCREEN" {
  if (actor.kind !== "desk-link") return "SCREEN";
  return actor.byReply ? "REPLY" : "LINK";
}
