import { randomUUID } from "node:crypto";
import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { lockOpenQuestions } from "../lock-open-questions.server.ts";
import type { QuestionInput } from "../plan-editing.schema.ts";
import { mayEditPlan, mostOpenQuestions } from "../plan-editing.ts";

/**
 * Adds a question to a theme (open at once; at most three are open) or corrects the words of one. A question that means something else
 * should be a new one: what answered the old stays with it.
 *
 * @returns its id
 */
export async function saveQuestion(
  context: CommandContext,
  row: { id: null; themeId: string } | { id: string; version: number },
  input: QuestionInput,
): Promise<string> {
  return inTransaction(context, async (ctx) => {
    if (!mayEditPlan(ctx.actor)) throw forbidden();
    if (row.id === null) {
      const { open, lastPosition } = await lockOpenQuestions(ctx, row.themeId);
      if (open >= mostOpenQuestions) throw conflict("threeQuestions");
      const id = randomUUID();
      await ctx.tx.question.create({
        data: { id, key: `question-${id}`, themeId: row.themeId, position: lastPosition + 1, text: input.text },
      });
      await recordAudit(ctx, {
        action: "save-question",
        subject: { type: "question", id },
        detail: { themeId: row.themeId, created: input },
      });
      return id;
    }
    const before = await ctx.tx.question.findUnique({ where: { id: row.id }, select: { text: true, themeId: true } });
    if (!before) throw notFound();
    const { count } = await ctx.tx.question.updateMany({
      where: { id: row.id, version: row.version },
      data: { text: input.text, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "save-question",
      subject: { type: "question", id: row.id },
      detail: {
        themeId: before.themeId,
        changed: changedFields<Record<string, unknown>>({ text: before.text }, { text: input.text }),
      },
    });
    return row.id;
  });
}
