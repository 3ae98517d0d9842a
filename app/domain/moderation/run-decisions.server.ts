import type { StaffActor } from "#app/domain/shared/actor.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { isDomainError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { findStaffActor } from "#app/domain/staff/find-staff-actor.server.ts";
import type { DecisionRun } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { addRunJob } from "./add-run-job.server.ts";
import type { ReplyVersion } from "./canned-reply.ts";
import { endClaim } from "./claim-item.server.ts";
import { approveItem } from "./commands/approve-item.server.ts";
import { declineItem } from "./commands/decline-item.server.ts";
import { hideItem } from "./commands/hide-item.server.ts";
import { restoreItem } from "./commands/restore-item.server.ts";
import { returnItem } from "./commands/return-item.server.ts";
import type { SeenItem } from "./decision-run.ts";
import type { DecisionWords } from "./moderation.schema.ts";
import type { Decision } from "./moderation.ts";

/** The command that takes each decision on one text. */
export const decisionCommands: Record<
  Decision,
  (context: CommandContext, input: { item: SeenItem; version: number } & DecisionWords) => Promise<void>
> = {
  APPROVE: approveItem,
  RETURN: returnItem,
  DECLINE: declineItem,
  HIDE: hideItem,
  RESTORE: restoreItem,
};

/**
 * Texts decided on by one job. The rest follow in jobs of their own, so that mails get their turn between them and a process that stops
 * waits a few seconds at most.
 */
const batch = 25;

/** What became of a job: nothing to do, more to do in another job, or the end of the run. */
export type RunProgress = "nothing" | "more" | "finished";

/**
 * Begins a run, or goes on with one, as the moderator who planned it. Each text is decided on in a transaction of its own in which it is also
 * crossed off, so that whenever the process ends each is decided on once and each author mailed once. A text that was changed meanwhile, or
 * on which the decision is not possible any more, fails and the others go on. Several workers may run it at once.
 *
 * @param leaveOut whether a text whose decision breaks for no known reason fails too; else the error is thrown, for the job to be tried again
 */
export async function runDecisions(runId: string, { leaveOut }: { leaveOut: boolean }): Promise<RunProgress> {
  const run = await begin(runId);
  if (run === null) return "nothing";
  const actor = await findStaffActor(db(), run.byId);
  if (actor === null) await failAll(runId);
  let count = 0;
  while (actor !== null && count < batch && (await decideNext(run, actor, leaveOut))) count += 1;
  return endOrGoOn(runId, count);
}

/** The run, begun; null if there is none, if it was taken back, or if it is finished. */
async function begin(runId: string): Promise<DecisionRun | null> {
  await db().decisionRun.updateMany({
    where: { id: runId, startedAt: null, cancelledAt: null },
    data: { startedAt: now() },
  });
  return db().decisionRun.findFirst({ where: { id: runId, startedAt: { not: null }, finishedAt: null } });
}

/** @returns false when no text is left, or the last ones are in other hands */
async function decideNext(run: DecisionRun, actor: StaffActor, leaveOut: boolean): Promise<boolean> {
  let position: number | null = null;
  try {
    return await inTransaction(contextOf(actor), async (ctx) => {
      const next = await takeNext(ctx, run.id);
      if (next === null) return false;
      position = next.position;
      const words = {
        reasonCode: run.reasonCode,
        explanation: run.explanation,
        replies: run.replies as ReplyVersion[],
      };
      const { item } = next;
      // whoever opened it since finds it decided
      await endClaim(ctx, item);
      await decisionCommands[run.decision](ctx, { item, version: item.version, ...words });
      await ctx.tx.decisionRun.update({
        where: { id: run.id },
        data: { doneCount: { increment: 1 } },
        select: { id: true },
      });
      return true;
    });
  } catch (error) {
    if (position === null || (!isDomainError(error) && !leaveOut)) throw error;
    await fail(contextOf(actor), run.id, position, isDomainError(error) ? error.messageKey : "unexpected");
    return true;
  }
}

const contextOf = (actor: CommandContext["actor"]): CommandContext => ({ actor, now: now(), locale: "ja" });

/** Crosses off the first text that waits and that nobody else has in hand. */
async function takeNext(ctx: TxContext, runId: string): Promise<{ position: number; item: SeenItem } | null> {
  const [row] = await ctx.tx.$queryRaw<
    { position: number; submissionId: string | null; commentId: string | null; version: number }[]
  >`
    SELECT "position", "submissionId"::text AS "submissionId", "commentId"::text AS "commentId", "version"
      FROM "DecisionRunItem"
     WHERE "runId" = ${runId}::uuid AND "state" = 'WAITING'
     ORDER BY "position" LIMIT 1
       FOR UPDATE SKIP LOCKED`;
  if (row === undefined) return null;
  const { position, submissionId, commentId, version } = row;
  await ctx.tx.decisionRunItem.update({
    where: { runId_position: { runId, position } },
    data: { state: "DONE" },
    select: { position: true },
  });
  return {
    position,
    item: submissionId
      ? { type: "submission", id: submissionId, version }
      : { type: "comment", id: commentId ?? "", version },
  };
}

/** Unless another worker was quicker with it. */
async function fail(context: CommandContext, runId: string, position: number, problem: string): Promise<void> {
  await inTransaction(context, async ({ tx }) => {
    const { count } = await tx.decisionRunItem.updateMany({
      where: { runId, position, state: "WAITING" },
      data: { state: "FAILED", problem },
    });
    if (count === 0) return;
    await tx.decisionRun.update({
      where: { id: runId },
      data: { failedCount: { increment: 1 } },
      select: { id: true },
    });
  });
}

/** Nobody decides in the name of somebody who may not any more. */
async function failAll(runId: string): Promise<void> {
  await inTransaction(contextOf({ kind: "system", name: "決定の実行" }), async ({ tx }) => {
    const { count } = await tx.decisionRunItem.updateMany({
      where: { runId, state: "WAITING" },
      data: { state: "FAILED", problem: "plannerGone" },
    });
    await tx.decisionRun.update({
      where: { id: runId },
      data: { failedCount: { increment: count } },
      select: { id: true },
    });
  });
}

/** Before a run is looked at again of which another worker has all that is left, in milliseconds. */
const pause = 1_000;

/** Ends the run where nothing waits any more, also in other hands. */
async function endOrGoOn(runId: string, decided: number): Promise<RunProgress> {
  const { count } = await db().decisionRun.updateMany({
    where: { id: runId, finishedAt: null, items: { none: { state: "WAITING" } } },
    data: { finishedAt: now() },
  });
  if (count > 0) return "finished";
  const waiting = await db().decisionRunItem.findFirst({
    where: { runId, state: "WAITING" },
    select: { position: true },
  });
  if (waiting === null) return "nothing";
  await addRunJob(db(), { runId, runAt: decided > 0 ? undefined : new Date(now().getTime() + pause) });
  return "more";
}
