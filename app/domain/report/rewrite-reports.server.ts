import type { TxContext } from "#app/domain/shared/command-context.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";

/**
 * Writes anew what readers said about a text, and what they were told, where `rewrite` changes it: personal data that was hidden in the text is
 * often cited in the reports that led to it.
 */
export async function rewriteReports(
  context: TxContext,
  item: ItemRef,
  rewrite: (text: string) => string,
): Promise<void> {
  const rows = await context.tx.report.findMany({
    where: columnOf(item),
    select: { id: true, words: true, explanation: true },
  });
  for (const { id, ...texts } of rows) {
    const words = texts.words === null ? null : rewrite(texts.words);
    const explanation = texts.explanation === null ? null : rewrite(texts.explanation);
    if (words === texts.words && explanation === texts.explanation) continue;
    await context.tx.report.update({ where: { id }, data: { words, explanation }, select: { id: true } });
  }
}
