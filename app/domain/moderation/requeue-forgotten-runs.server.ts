import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { addRunJob, runKeyPrefix } from "./add-run-job.server.ts";

/**
 * Queues again every run whose time has come, that is not finished, and that has no job which could still run: the job was lost, gave up, or
 * is held by a process that ended. One that a living process works on is queued again too, which is harmless: each text is locked while it
 * is decided on.
 *
 * @param olderThan how long ago, in milliseconds, the run must have been due; 0 takes up everything at once (at start)
 * @returns how many were queued again
 */
export async function requeueForgottenRuns(olderThan: number): Promise<number> {
  const before = new Date(now().getTime() - olderThan);
  const forgotten = await db().$queryRaw<{ id: string }[]>`
    SELECT run."id"::text AS "id"
      FROM "DecisionRun" AS run
     WHERE run."finishedAt" IS NULL AND run."cancelledAt" IS NULL AND run."startsAt" <= ${before}
       AND NOT EXISTS (
         SELECT FROM graphile_worker.jobs AS job
          WHERE job.key = ${runKeyPrefix} || run."id"::text AND job.locked_at IS NULL AND job.attempts < job.max_attempts
       )
     ORDER BY run."startsAt", run."id"`;
  for (const { id } of forgotten) await addRunJob(db(), { runId: id });
  return forgotten.length;
}
