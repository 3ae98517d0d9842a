import { listOpenDesks } from "#app/domain/directory/queries/list-open-desks.server.ts";
import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { PageRequest } from "#app/domain/shared/page.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import type { Queue, QueueFilter } from "../queue.ts";
import { countHeaps } from "./count-heaps.server.ts";
import { countCopies } from "./queue-copies.server.ts";
import { queueItems, viewOf } from "./queue-items.server.ts";

/**
 * What there is to do for this member of staff, as {@link queueItems} sorts it. Officers have no part in deciding what is published: their
 * first heap is what their desks are working on.
 */
export async function listQueue(
  viewer: StaffActor,
  filter: QueueFilter,
  { locale, now, ...request }: PageRequest & { locale: Locale; now: Date },
): Promise<Queue> {
  const view = viewOf(viewer, filter);
  const [{ page, same }, counts, themes, desks] = await Promise.all([
    pageOf(viewer, filter, { locale, now, ...request }),
    countHeaps(viewer, now),
    referenceData().theme.findMany({ orderBy: { position: "asc" }, select: { id: true, title: true } }),
    listOpenDesks(viewer, locale),
  ]);
  return {
    view,
    page,
    same,
    themes: themes.map(({ id, title }) => ({ value: id, label: pick(title as LocalizedText, locale) })),
    desks: desks
      .filter(({ id }) => !isStaff(viewer, "OFFICER") || viewer.deskIds.includes(id))
      .map(({ id, name, section }) => ({ value: id, label: `${section} ${name}` })),
    counts,
  };
}

async function pageOf(...asked: Parameters<typeof queueItems>): Promise<Pick<Queue, "page" | "same">> {
  const page = await queueItems(...asked);
  return { page, same: await countCopies(page.items) };
}
