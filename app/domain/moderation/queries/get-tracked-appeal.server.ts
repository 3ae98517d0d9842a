import type { AuthorActor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { columnOf } from "#app/domain/shared/item-column.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { isLate } from "#app/domain/submission/due-date.ts";
import { db } from "#app/platform/database/client.server.ts";
import { appealProblem, appealState, lastDayToAppeal } from "../appeal.ts";
import type { TrackedAppeal } from "../appeal-pages.ts";
import { newestDecision } from "../appeal-rows.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";

/**
 * What the holder of a tracking key can read and do about the decision on their text: whether they can still appeal, or what became of their
 * appeal against the decision that stands.
 */
export async function getTrackedAppeal(author: AuthorActor, { now }: { now: Date }): Promise<TrackedAppeal> {
  const item = await loadReviewed(db(), author, { type: author.of, id: author.id });
  const decision = await newestDecision(db(), item);
  if (decision === null) return { possible: null, filed: null };
  const problem = appealProblem(item.review, decision, now);
  const filed = await db().appeal.findUnique({
    where: { decisionId: decision.id, ...columnOf(item) },
    select: { words: true, filedAt: true, dueOn: true, outcome: true, explanation: true, closedAt: true },
  });
  const state = filed && appealState(filed, item.review);
  const dueOn = filed && dayOf(filed.dueOn);
  return {
    possible: problem === null ? { decisionId: decision.id, until: lastDayToAppeal(decision.at) } : null,
    filed:
      filed && dueOn && (state === "open" || state === "upheld")
        ? {
            state,
            words: filed.words,
            filedAt: filed.filedAt.toISOString(),
            dueOn,
            late: state === "open" && isLate(dueOn, isoDate(now)),
            explanation: filed.explanation,
          }
        : null,
  };
}
