import type { ActStep } from "#app/components/handling/act-step.ts";
import type { PlannedDecision } from "#app/domain/moderation/decision-run.ts";
import { findNeighbours } from "#app/domain/moderation/queries/find-neighbours.server.ts";
import { findJustPlanned, findTakenBack } from "#app/domain/moderation/queries/find-planned-decision.server.ts";
import {
  firstView,
  itemAddress,
  type Neighbour,
  type QueueWalk,
  queueAddress,
  queueFilterOf,
  queueQuery,
} from "#app/domain/moderation/queue.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import type { StaffContext } from "./context.server.ts";

/** The way through the heap that the page was opened from; null for a page that was opened from elsewhere. */
export async function queueWalk(context: StaffContext, item: ItemRef): Promise<QueueWalk | null> {
  const filter = queueFilterOf(context.url.searchParams);
  if (queueQuery(filter) === "") return null;
  const { previous, next } = await findNeighbours(context.actor, filter, item, context.now);
  const address = (one: Neighbour | null) => one && itemAddress(one, filter);
  return {
    view: filter.view ?? firstView(context.actor),
    queue: queueAddress(filter),
    previous: address(previous),
    next: address(next),
  };
}

/** Where an act on an item leads. */
export type WayOn = {
  /** The page itself. */
  address: string;
  /** Once it is done with: to the next of the heap, back to the heap after its last. */
  afterwards: string;
};

/**
 * Where acts on an item lead, seen from before them. Elsewhere than on a way through a heap everything leads to the page itself, and so does
 * what is only looked at once more.
 */
export async function wayOn(
  context: StaffContext,
  item: ItemRef,
  { number, isPreview }: { number: string; isPreview: boolean },
): Promise<WayOn> {
  const here = itemAddress({ type: item.type, number }, queueFilterOf(context.url.searchParams));
  const walk = isPreview ? null : await queueWalk(context, item);
  if (walk === null) return { address: here, afterwards: here };
  return { address: here, afterwards: `${walk.next ?? walk.queue}&was=${encodeURIComponent(number)}` };
}

/** What the act before this page was, and on which item, if it was another. */
export function doneOf({ url: { searchParams } }: StaffContext): { done: string | null; was: string | null } {
  return { done: searchParams.get("done"), was: searchParams.get("was") };
}

/** A decision that was planned before this page and can be taken back, for it to say so. */
export function justPlanned({ actor, now, url }: StaffContext): Promise<PlannedDecision | null> {
  return findJustPlanned(actor, url.searchParams.get("run") ?? "", now);
}

/** The form of a decision that was taken back before this page, as it was filled in. */
export async function takenBack({ actor, url }: StaffContext, item: ItemRef): Promise<ActStep | undefined> {
  if (url.searchParams.get("done") !== "cancelled") return undefined;
  const found = await findTakenBack(actor, item, url.searchParams.get("run") ?? "");
  if (found?.explanation == null) return undefined;
  const { decision, reasonCode, explanation } = found;
  const values = { explanation, ...(reasonCode !== null && { reasonCode }) };
  return { step: "input", act: decision.toLowerCase(), values, problems: {}, params: {} };
}
