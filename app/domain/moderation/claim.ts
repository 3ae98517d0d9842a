import type { StaffActor } from "#app/domain/shared/actor.ts";
import { mayDecide } from "./moderation.ts";

/** Who has an item, as one viewer sees it. */
export type Claim = {
  byId: string;
  /** The name of who has it. */
  by: string;
  /** ISO 8601. */
  since: string;
  /** `takenFromMe`: another has it, who took it over from the viewer. */
  holder: "me" | "another" | "takenFromMe";
  mayTakeOver: boolean;
};

/** A stored claim as a viewer sees it. */
export function claimAsSeenBy(
  viewer: StaffActor,
  row: { byId: string; byLabel: string; since: Date; takenFromId: string | null },
): Claim {
  const holder = row.byId === viewer.id ? "me" : row.takenFromId === viewer.id ? "takenFromMe" : "another";
  return {
    byId: row.byId,
    by: row.byLabel,
    since: row.since.toISOString(),
    holder,
    mayTakeOver: holder !== "me" && mayDecide(viewer),
  };
}
