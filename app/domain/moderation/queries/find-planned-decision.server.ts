import type { StaffActor } from "#app/domain/shared/actor.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { isUuid } from "#app/domain/shared/uuid.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayCancelRun, type PlannedDecision, runState } from "../decision-run.ts";
import { type Decision, mayDecide } from "../moderation.ts";
import { secondsUntil } from "../seconds-until.ts";
import { runColumns } from "./list-runs.server.ts";

const columns = {
  state: true,
  problem: true,
  version: true,
  submission: { select: { number: true, decisions: { orderBy: { at: "desc" }, take: 1, select: { at: true } } } },
  comment: { select: { number: true, decisions: { orderBy: { at: "desc" }, take: 1, select: { at: true } } } },
  run: { select: runColumns },
} as const;

/**
 * The decision that is planned on a text and not taken yet, or the last one that could not be taken, while no later one was. Null where
 * there is neither, and for those who do not decide.
 */
export async function findPlannedDecision(
  viewer: StaffActor,
  item: ItemRef,
  now: Date,
): Promise<PlannedDecision | null> {
  if (!mayDecide(viewer)) return null;
  const found = await db().decisionRunItem.findFirst({
    where: {
      ...columnOf(item),
      state: { in: ["WAITING", "FAILED"] },
    },
    orderBy: { run: { plannedAt: "desc" } },
    select: columns,
  });
  if (found === null) return null;
  const { state, problem, submission, comment, run } = found;
  const text = submission ?? comment;
  const decidedAt = text?.decisions[0]?.at;
  if (state === "FAILED" && decidedAt !== undefined && decidedAt >= run.plannedAt) return null;
  return { ...toldOf(viewer, run, now), number: text?.number ?? "", state: stateOf(state, run), problem };
}

/** The run of this id on one text while it can still be told about, for the page that follows the decision; null for anything else. */
export async function findJustPlanned(viewer: StaffActor, runId: string, now: Date): Promise<PlannedDecision | null> {
  if (!mayDecide(viewer) || !isUuid(runId)) return null;
  const found = await db().decisionRunItem.findFirst({
    where: { runId, run: { size: 1, byId: viewer.id } },
    select: columns,
  });
  if (found === null || found.run.cancelledAt !== null) return null;
  const { state, problem, submission, comment, run } = found;
  if (state === "DONE") return null;
  return {
    ...toldOf(viewer, run, now),
    number: (submission ?? comment)?.number ?? "",
    state: stateOf(state, run),
    problem,
  };
}

/** What the viewer had decided about an item and took back, with its words, for the form to be filled with them again; null for any other run. */
export async function findTakenBack(
  viewer: StaffActor,
  item: ItemRef,
  runId: string,
): Promise<{ decision: Decision; reasonCode: string | null; explanation: string | null } | null> {
  if (!mayDecide(viewer) || !isUuid(runId)) return null;
  return db().decisionRun.findFirst({
    where: { id: runId, size: 1, byId: viewer.id, cancelledAt: { not: null }, items: { some: columnOf(item) } },
    select: { decision: true, reasonCode: true, explanation: true },
  });
}

type Run = Parameters<typeof runState>[0] & {
  id: string;
  decision: PlannedDecision["decision"];
  byId: string;
  byLabel: string;
  size: number;
  startsAt: Date;
};

function toldOf(viewer: StaffActor, run: Run, now: Date) {
  return {
    id: run.id,
    decision: run.decision,
    by: run.byLabel,
    size: run.size,
    secondsLeft: secondsUntil(run.startsAt, now),
    mayCancel: runState(run) === "WAITING" && mayCancelRun(viewer, run),
  };
}

function stateOf(state: string, run: Run): PlannedDecision["state"] {
  if (state === "FAILED") return "FAILED";
  return runState(run) === "WAITING" ? "WAITING" : "RUNNING";
}
