import type { StaffActor } from "#app/domain/shared/actor.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayDecide } from "../moderation.ts";
import { plannedItems } from "../planned-items.server.ts";

/** Ids of those of a list's texts on which a decision is planned; none for those who do not decide. */
export async function listPlannedItems(viewer: StaffActor, items: readonly ItemRef[]): Promise<string[]> {
  return mayDecide(viewer) ? [...(await plannedItems(db(), items))] : [];
}
