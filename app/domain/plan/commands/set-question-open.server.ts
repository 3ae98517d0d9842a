import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { lockOpenQuestions } from "../lock-open-questions.server.ts";
import { mayEditPlan, mostOpenQuestions } from "../plan-editing.ts";

/** Stops asking a question (it and what answered it stay readable) or asks it again; at most three of a theme are open. */
export async function setQuestionOpen(
  context: CommandContext,
  input: { id: string; version: number; isOpen: boolean },
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditPlan(ctx.actor)) throw forbidden();
    const question = await ctx.tx.question.findUnique({ where: { id: input.id }, select: { themeId: true } });
    if (!question) throw notFound();
    const { open } = await lockOpenQuestions(ctx, question.themeId);
    if (input.isOpen && open >= mostOpenQuestions) throw conflict("threeQuestions");
    const { count } = await ctx.tx.question.updateMany({
      where: { id: input.id, version: input.version, isOpen: !input.isOpen },
      data: { isOpen: input.isOpen, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "set-question-open",
      subject: { type: "question", id: input.id },
      detail: { themeId: question.themeId, isOpen: { before: !input.isOpen, after: input.isOpen } },
    });
  });
}
