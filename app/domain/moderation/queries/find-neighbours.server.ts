import type { StaffActor } from "#app/domain/shared/actor.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { encodeCursor, type Page } from "#app/domain/shared/page.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { Neighbour, Neighbours, QueueFilter } from "../queue.ts";
import { queuePlaces } from "./queue-items.server.ts";

/** What comes before and after an item in the heap it was opened from, by where the item stands now. It need no longer be in it. */
export async function findNeighbours(
  viewer: StaffActor,
  filter: QueueFilter,
  { type, id }: ItemRef,
  now: Date,
): Promise<Neighbours> {
  const where = { where: { id }, select: { queuePlace: true } } as const;
  const row = await (type === "submission" ? db().submission.findUnique(where) : db().comment.findUnique(where));
  if (row === null) return { previous: null, next: null };
  const cursor = encodeCursor({ key: String(row.queuePlace), id });
  const [before, after] = await Promise.all([
    queuePlaces(viewer, filter, { now, before: cursor, size: 1 }),
    queuePlaces(viewer, filter, { now, after: cursor, size: 1 }),
  ]);
  return { previous: firstOf(before), next: firstOf(after) };
}

function firstOf({ items: [item] }: Page<Neighbour>): Neighbour | null {
  return item === undefined ? null : { type: item.type, number: item.number };
}
