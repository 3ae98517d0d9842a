import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { ItemColumn } from "#app/domain/shared/item-column.ts";

/** Writes the notes of a timeline anew where `rewrite` changes them: they repeat what was said about a text. Only hiding personal data may do this. */
export async function rewriteTimeline(
  context: TxContext,
  item: ItemColumn,
  rewrite: (text: string) => string,
): Promise<void> {
  const rows = await context.tx.timelineEntry.findMany({
    where: { ...item, note: { not: null } },
    select: { id: true, note: true },
  });
  for (const { id, note } of rows) {
    const without = rewrite(note ?? "");
    if (without === note) continue;
    await context.tx.timelineEntry.update({ where: { id }, data: { note: without }, select: { id: true } });
  }
}
