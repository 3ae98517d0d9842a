import type { StaffActor } from "#app/domain/shared/actor.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import { idsByType } from "../load-reviewed.server.ts";
import { mayDecide } from "../moderation.ts";

/** Ids of those of a list's texts on which a decision is planned that has not been taken; none for those who do not decide. */
export async function listPlannedItems(viewer: StaffActor, items: readonly ItemRef[]): Promise<string[]> {
  if (!mayDecide(viewer)) return [];
  const { submission, comment } = idsByType(items);
  const rows = await db().decisionRunItem.findMany({
    where: {
      state: "WAITING",
      OR: [{ submissionId: { in: submission } }, { commentId: { in: comment } }],
    },
    select: { submissionId: true, commentId: true },
  });
  return rows.map(({ submissionId, commentId }) => submissionId ?? commentId ?? "");
}
