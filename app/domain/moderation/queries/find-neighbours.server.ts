import type { StaffActor } from "#app/domain/shared/actor.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { encodeCursor, type Page } from "#app/domain/shared/page.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { ReviewedItem } from "../load-reviewed.server.ts";
import type { Neighbours, QueueFilter, QueueRow } from "../queue.ts";
import { queueItems } from "./queue-items.server.ts";

/** What comes before and after an item in the heap it was opened from, by where the item stands now. It need no longer be in it. */
export async function findNeighbours(
  viewer: StaffActor,
  filter: QueueFilter,
  { type, id }: ReviewedItem,
  around: { locale: Locale; now: Date },
): Promise<Neighbours> {
  const where = { where: { id }, select: { queuePlace: true } } as const;
  const row = await (type === "submission" ? db().submission.findUnique(where) : db().comment.findUnique(where));
  if (row === null) return { previous: null, next: null };
  const cursor = encodeCursor({ key: String(row.queuePlace), id });
  const [before, after] = await Promise.all([
    queueItems(viewer, filter, { ...around, before: cursor, size: 1 }),
    queueItems(viewer, filter, { ...around, after: cursor, size: 1 }),
  ]);
  return { previous: neighbour(before), next: neighbour(after) };
}

function neighbour({ items: [row] }: Page<QueueRow>): Neighbours["next"] {
  return row === undefined ? null : { type: row.type, number: row.number };
}
