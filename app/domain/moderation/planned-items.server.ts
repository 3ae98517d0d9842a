import type { Transaction } from "#app/domain/shared/command-context.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { idsByType } from "./load-reviewed.server.ts";

/** Ids of those of these texts on which a decision is planned that has not been taken. */
export async function plannedItems(client: Transaction, items: readonly ItemRef[]): Promise<Set<string>> {
  const { submission, comment } = idsByType(items);
  const rows = await client.decisionRunItem.findMany({
    where: {
      state: "WAITING",
      OR: [{ submissionId: { in: submission } }, { commentId: { in: comment } }],
    },
    select: { submissionId: true, commentId: true },
  });
  return new Set(rows.map(({ submissionId, commentId }) => submissionId ?? commentId ?? ""));
}
