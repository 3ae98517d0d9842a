import type { StaffActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { queueFilterOf, queueQuery } from "../queue.ts";
import { mostSavedFilters, type SavedFilter } from "../saved-filter.ts";

/** The filters somebody kept, in the order they were kept. What a later version of the heaps does not understand is left out of them. */
export async function listSavedFilters(viewer: StaffActor): Promise<SavedFilter[]> {
  const rows = await db().savedFilter.findMany({
    where: { staffId: viewer.id },
    orderBy: { createdAt: "asc" },
    take: mostSavedFilters,
    select: { id: true, name: true, query: true },
  });
  return rows.map((row) => ({ ...row, query: queueQuery(queueFilterOf(new URLSearchParams(row.query))) }));
}
