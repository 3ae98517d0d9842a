import type { Transaction } from "#app/domain/shared/command-context.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";

/**
 * Whether the owner of its address confirmed that they sent this very item. That the address was confirmed with something else, a report or a
 * follow among it, says nothing of that.
 */
export async function isItemConfirmed(client: Transaction, item: ItemRef): Promise<boolean> {
  const row = await client.emailConfirmation.findFirst({
    where: { ...columnOf(item), confirmedAt: { not: null } },
    select: { id: true },
  });
  return row !== null;
}
