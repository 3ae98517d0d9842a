import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayCancelRun, type RunItem, type RunPage, reverseOf, runState } from "../decision-run.ts";
import { mayDecide } from "../moderation.ts";
import { secondsUntil } from "../seconds-until.ts";
import { runColumns } from "./list-runs.server.ts";
import { beginning } from "./queue-items.server.ts";

/** Texts of a run on one page, beside those that failed, which all stand there. */
const pageSize = 100;

/** How far a run is and what became of each text. @param after position of the last text of the page before */
export async function getRunPage(
  viewer: StaffActor,
  runId: string,
  { locale, now, after }: { locale: Locale; now: Date; after: number },
): Promise<RunPage> {
  if (!mayDecide(viewer)) throw forbidden();
  const run = await db().decisionRun.findUnique({
    where: { id: runId },
    select: { ...runColumns, reasonLabel: true, explanation: true },
  });
  if (run === null) throw notFound();
  const [failed, items] = await Promise.all([
    itemsOf({ runId, state: "FAILED" }),
    itemsOf({ runId, state: { not: "FAILED" }, position: { gt: after } }, pageSize + 1),
  ]);
  const shown = items.slice(0, pageSize);
  const state = runState(run);
  return {
    id: run.id,
    decision: run.decision,
    state,
    by: run.byLabel,
    plannedAt: run.plannedAt.toISOString(),
    size: run.size,
    doneCount: run.doneCount,
    failedCount: run.failedCount,
    number: run.size === 1 ? ((failed[0] ?? shown[0])?.number ?? null) : null,
    reason: run.reasonLabel === null ? null : pick(run.reasonLabel as LocalizedText, locale),
    explanation: run.explanation,
    startsAt: run.startsAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    secondsLeft: secondsUntil(run.startsAt, now),
    mayCancel: state === "WAITING" && mayCancelRun(viewer, run),
    failed,
    items: shown,
    next: items.length > pageSize ? (shown.at(-1)?.position ?? null) : null,
    previous: after > 0 ? Math.max(0, after - pageSize) : null,
    reverse: state === "DONE" && run.doneCount > 0 ? reverseOf(run.decision) : null,
  };
}

async function itemsOf(
  where: { runId: string; state: "FAILED" | { not: "FAILED" }; position?: { gt: number } },
  take?: number,
): Promise<RunItem[]> {
  const rows = await db().decisionRunItem.findMany({
    where,
    orderBy: { position: "asc" },
    take,
    select: {
      position: true,
      state: true,
      problem: true,
      submission: { select: { number: true, title: true } },
      comment: { select: { number: true, body: true } },
    },
  });
  return rows.map(({ submission, comment, ...row }) => ({
    ...row,
    type: submission ? "submission" : "comment",
    number: (submission ?? comment)?.number ?? "",
    title: submission?.title ?? beginning(comment?.body ?? ""),
  }));
}
