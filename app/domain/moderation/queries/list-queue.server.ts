import { listOpenDesks } from "#app/domain/directory/queries/list-open-desks.server.ts";
import { deskSubmissions } from "#app/domain/handling/queries/desk-submissions.server.ts";
import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { PageRequest } from "#app/domain/shared/page.ts";
import { db } from "#app/platform/database/client.server.ts";
import { countLimit, type Queue, type QueueFilter, type QueueView, viewsFor } from "../queue.ts";
import {
  commentsIn,
  deskComments,
  type HeapFacts,
  heapFacts,
  queueItems,
  submissionsIn,
  viewOf,
} from "./queue-items.server.ts";

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
  const [page, counts, themes, desks] = await Promise.all([
    queueItems(viewer, filter, { locale, now, ...request }),
    countHeaps(viewer, now),
    db().theme.findMany({ orderBy: { position: "asc" }, select: { id: true, title: true } }),
    listOpenDesks(viewer, locale),
  ]);
  return {
    view,
    page,
    themes: themes.map(({ id, title }) => ({ value: id, label: pick(title as LocalizedText, locale) })),
    desks: desks
      .filter(({ id }) => !isStaff(viewer, "OFFICER") || viewer.deskIds.includes(id))
      .map(({ id, name, section }) => ({ value: id, label: `${section} ${name}` })),
    counts,
  };
}

async function countHeaps(viewer: StaffActor, now: Date): Promise<Queue["counts"]> {
  const views = viewsFor(viewer);
  const facts = await heapFacts(viewer, views, now);
  return Object.fromEntries(
    await Promise.all(views.map(async (view) => [view, await count(viewer, view, facts)] as const)),
  );
}

/** In the order of the heap: in any other, or in none, all of it would be read to find the first hundred. */
const firstOnes = {
  orderBy: [{ queuePlace: "asc" as const }, { id: "asc" as const }],
  take: countLimit,
  select: { id: true },
};

async function count(viewer: StaffActor, view: QueueView, facts: HeapFacts): Promise<number> {
  const comments = commentsIn(view, facts);
  const mine = deskComments(viewer);
  const [submissions, others] = await Promise.all([
    db().submission.findMany({
      where: { AND: [deskSubmissions(viewer), submissionsIn(viewer, view, facts)] },
      ...firstOnes,
    }),
    comments && mine ? db().comment.findMany({ where: { AND: [mine, comments] }, ...firstOnes }) : [],
  ]);
  return Math.min(countLimit, submissions.length + others.length);
}
