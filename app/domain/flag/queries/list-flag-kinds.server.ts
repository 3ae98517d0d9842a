import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type FlagKind, flagKinds } from "../flag.ts";

/** What each of these items is flagged for, the gravest first, by the items' ids; without those that are flagged for nothing. */
export async function listFlagKinds(items: readonly ItemRef[]): Promise<Map<string, FlagKind[]>> {
  const ids = items.map(({ id }) => id);
  const rows = await db().flag.findMany({
    where: { OR: [{ submissionId: { in: ids } }, { commentId: { in: ids } }] },
    distinct: ["submissionId", "commentId", "kind"],
    select: { submissionId: true, commentId: true, kind: true },
  });
  const kinds = new Map<string, FlagKind[]>();
  rows.sort((one, other) => flagKinds.indexOf(one.kind) - flagKinds.indexOf(other.kind));
  for (const { submissionId, commentId, kind } of rows) {
    const id = submissionId ?? commentId ?? "";
    kinds.set(id, [...(kinds.get(id) ?? []), kind]);
  }
  return kinds;
}
