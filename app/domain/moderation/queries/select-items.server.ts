import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { batchSize, everyPage } from "#app/domain/shared/every-page.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { claimedByOthers } from "../claim-item.server.ts";
import { planProblem, runLimit, type SeenItem, type Selection } from "../decision-run.ts";
import { loadManyReviewed } from "../load-reviewed.server.ts";
import { type Decision, decisions, mayDecide } from "../moderation.ts";
import type { QueueFilter } from "../queue.ts";
import { queueItems } from "./queue-items.server.ts";

/** What somebody means to decide on: texts they chose one by one, a whole list of the queue, or those a run was taken on. */
export type Chosen = { items: SeenItem[] } | { filter: QueueFilter } | { runId: string };

/**
 * The texts that were chosen, and on how many of them the viewer could take each decision. Of a whole list the first {@link runLimit}, as they are
 * now; those of a run as they are now. Texts that are not there any more are left out.
 */
export async function selectItems(
  viewer: StaffActor,
  chosen: Chosen,
  around: { locale: Locale; now: Date },
): Promise<Selection> {
  if (!mayDecide(viewer)) throw forbidden();
  const all = await itemsOf(viewer, chosen, around);
  const asked = all.slice(0, runLimit);
  const reviewed = await loadManyReviewed(db(), viewer, asked);
  const items = asked.filter(({ id }) => reviewed.has(id));
  const claimed = await claimedByOthers(db(), viewer, items, around.now);
  const possible = decisions.map((decision): [Decision, number] => [
    decision,
    items.filter((item) => {
      const found = reviewed.get(item.id);
      return found !== undefined && planProblem(viewer, found, decision, item, { claimed }) === null;
    }).length,
  ]);
  return {
    items,
    more: all.length > asked.length,
    possible: Object.fromEntries(possible.filter(([, count]) => count > 0)),
  };
}

async function itemsOf(viewer: StaffActor, chosen: Chosen, around: { locale: Locale; now: Date }): Promise<SeenItem[]> {
  if ("items" in chosen) return chosen.items;
  if ("runId" in chosen) return itemsOfRun(chosen.runId);
  const items: SeenItem[] = [];
  const pages = everyPage((after) => queueItems(viewer, chosen.filter, { ...around, after, size: batchSize }));
  for await (const page of pages) {
    items.push(...page.map(({ type, id, version }) => ({ type, id, version })));
    if (items.length > runLimit) break;
  }
  return items;
}

async function itemsOfRun(runId: string): Promise<SeenItem[]> {
  const run = await db().decisionRun.findUnique({
    where: { id: runId },
    select: {
      items: {
        where: { state: "DONE" },
        orderBy: { position: "asc" },
        select: {
          submission: { select: { id: true, version: true } },
          comment: { select: { id: true, version: true } },
        },
      },
    },
  });
  if (run === null) throw notFound();
  return run.items.flatMap(({ submission, comment }): SeenItem[] => {
    if (submission) return [{ type: "submission", ...submission }];
    return comment ? [{ type: "comment", ...comment }] : [];
  });
}
