import type { TxContext } from "#app/domain/shared/command-context.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";

/**
 * Writes anew what authors were told about decisions on a text, and the appeals against these, where `rewrite` changes them: an explanation
 * repeats the title that a placeholder stands for, and who appeals quotes their own text. A comment goes by the title of the proposal it is on,
 * so decisions on the comments of a proposal are among them.
 *
 * @returns ids of the comments on it whose authors were told such words
 */
export async function rewriteDecisions(
  context: TxContext,
  item: ItemRef,
  rewrite: (text: string) => string,
): Promise<string[]> {
  const commentIds = new Set<string>();
  const decisions = await context.tx.reviewDecision.findMany({
    where: {
      explanation: { not: null },
      ...(item.type === "comment" ? columnOf(item) : { OR: [columnOf(item), { comment: { submissionId: item.id } }] }),
    },
    select: { id: true, commentId: true, explanation: true },
  });
  for (const { id, commentId, explanation } of decisions) {
    const without = rewrite(explanation ?? "");
    if (without === explanation) continue;
    await context.tx.reviewDecision.update({ where: { id }, data: { explanation: without }, select: { id: true } });
    if (commentId !== null && commentId !== item.id) commentIds.add(commentId);
  }
  const appeals = await context.tx.appeal.findMany({
    where: columnOf(item),
    select: { id: true, words: true, explanation: true },
  });
  for (const { id, ...texts } of appeals) {
    const words = rewrite(texts.words);
    const explanation = texts.explanation === null ? null : rewrite(texts.explanation);
    if (words === texts.words && explanation === texts.explanation) continue;
    await context.tx.appeal.update({ where: { id }, data: { words, explanation }, select: { id: true } });
  }
  return [...commentIds];
}
