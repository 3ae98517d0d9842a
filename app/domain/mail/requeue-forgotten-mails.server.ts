import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { addDeliveryJob } from "./add-delivery-job.server.ts";

/** Most mails taken up at once; the rest follow at the next run. */
const batch = 1_000;

/**
 * Queues again every waiting mail that is due and has no job that could still run: the job was lost, gave up because its code broke, or is
 * held by a process that ended. One that is being sent right now by a living process is queued again too, which is harmless: its new job
 * finds it locked or sent.
 *
 * @param olderThan how long ago, in milliseconds, the mail must have been due; 0 takes up everything at once (at start)
 * @returns how many were queued again
 */
export async function requeueForgottenMails(olderThan: number): Promise<number> {
  const before = new Date(now().getTime() - olderThan);
  const forgotten = await db().$queryRaw<{ id: string }[]>`
    SELECT mail."id"::text AS "id"
      FROM "Mail" AS mail
     WHERE mail."state" = 'QUEUED'
       AND coalesce(mail."nextAttemptAt", mail."createdAt") <= ${before}
       AND NOT EXISTS (
         SELECT FROM graphile_worker.jobs AS job
          WHERE job.key = mail."id"::text AND job.locked_at IS NULL AND job.attempts < job.max_attempts
       )
     ORDER BY mail."createdAt", mail."id"
     LIMIT ${batch}`;
  for (const { id } of forgotten) await addDeliveryJob(db(), { mailId: id });
  return forgotten.length;
}
