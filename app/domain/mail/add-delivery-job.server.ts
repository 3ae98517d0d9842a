import type { Transaction } from "#app/domain/shared/command-context.ts";

/** The queue's name for delivering one mail. */
export const deliveryTask = "deliver_mail";

/** Times the queue itself tries a job whose code broke or whose process ended; failed deliveries have their own schedule. */
const brokenJobAttempts = 5;

/**
 * New messages before repeated ones, so that a server full of refused mail does not hold up the good ones; and what goes to many after what
 * goes to one.
 */
const priorities = { first: 0, repeated: 10, toMany: 20 } as const;

/**
 * Puts the delivery of a mail into the job queue, in the caller's transaction. A job of the same mail that still waits is replaced; one that
 * is running stays, and the new one runs after it.
 *
 * @param runAt not before; at once if left out
 * @param toMany behind everything that goes to one
 */
export async function addDeliveryJob(
  tx: Pick<Transaction, "$executeRaw">,
  { mailId, runAt, toMany = false }: { mailId: string; runAt?: Date; toMany?: boolean },
): Promise<void> {
  const one = runAt === undefined ? priorities.first : priorities.repeated;
  const priority = toMany ? priorities.toMany : one;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${deliveryTask},
      json_build_object('mailId', ${mailId}::text),
      run_at := ${runAt ?? null}::timestamptz,
      max_attempts := ${brokenJobAttempts}::int,
      job_key := ${mailId},
      priority := ${priority}::int
    )`;
}

/**
 * The same for many new mails at once, behind those that somebody waits for.
 *
 * @param runAt not before, for each
 */
export async function addDeliveryJobs(
  tx: Pick<Transaction, "$executeRaw">,
  { mailIds, runAt }: { mailIds: readonly string[]; runAt: readonly Date[] },
): Promise<void> {
  await tx.$executeRaw`
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT ROW(${deliveryTask}, json_build_object('mailId', id), NULL, run_at, ${brokenJobAttempts}::smallint, id, ${priorities.toMany}::smallint, NULL)::graphile_worker.job_spec
        FROM unnest(${mailIds}::text[], ${runAt}::timestamptz[]) AS mail(id, run_at)
    ))`;
}
