import type { Transaction } from "#app/domain/shared/command-context.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { publicFieldNames } from "./redaction.ts";
import type { HiddenNote } from "./sealed-original.ts";

/** What was hidden in an item and is kept sealed, the oldest first and the present version before earlier ones: that, not what. */
export async function listHiddenNotes(client: Transaction, item: ItemRef): Promise<HiddenNote[]> {
  const rows = await client.sealedOriginal.findMany({
    where: columnOf(item),
    orderBy: [{ at: "asc" }, { revision: "desc" }, { id: "asc" }],
    select: { id: true, revision: true, field: true, byLabel: true, at: true },
  });
  return rows.flatMap(({ byLabel, at, field, ...row }) => {
    const name = publicFieldNames.find((one) => one === field);
    return name === undefined ? [] : [{ ...row, field: name, by: byLabel, at: at.toISOString() }];
  });
}
