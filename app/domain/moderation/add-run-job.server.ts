import type { Transaction } from "#app/domain/shared/command-context.ts";

/** The queue's name for taking the decisions of one run. */
export const runTask = "run_decisions";

/** Times the queue tries a batch whose code broke or whose process ended. The last of them leaves out what cannot be done. */
const attempts = 5;

/** Before the run's id in the job's key, by which a run has one waiting job at most. */
export const runKeyPrefix = "run ";

/**
 * Puts a run into the job queue, in the caller's transaction. A job of the same run that still waits is replaced; one that is running stays,
 * and the new one runs after it.
 *
 * @param runAt not before; at once if left out
 */
export async function addRunJob(
  tx: Pick<Transaction, "$executeRaw">,
  { runId, runAt }: { runId: string; runAt?: Date },
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${runTask},
      json_build_object('runId', ${runId}::text),
      run_at := ${runAt ?? null}::timestamptz,
      max_attempts := ${attempts}::int,
      job_key := ${runKeyPrefix + runId}
    )`;
}
