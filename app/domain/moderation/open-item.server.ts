import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { Claim } from "./claim.ts";
import { claimItem, findClaim } from "./claim-item.server.ts";
import { mayDecide } from "./moderation.ts";

/**
 * Somebody opens an item they may see: whoever may decide about it has it from now on, unless another has it. A viewer is told who has it; a
 * desk's work does not wait for the moderators', so officers are not.
 *
 * @param isLook false for what a browser fetches ahead, which nobody has looked at, and for who cannot decide as it stands: of what was handed
 *   to the administrators, they alone do
 */
export async function openItem(
  viewer: StaffActor,
  item: ItemRef,
  { now, isLook }: { now: Date; isLook: boolean },
): Promise<Claim | null> {
  if (isStaff(viewer, "OFFICER")) return null;
  return mayDecide(viewer) && isLook ? claimItem(null, viewer, item, now) : findClaim(db(), viewer, item, now);
}
