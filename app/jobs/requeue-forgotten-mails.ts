import { requeueForgottenMails } from "#app/domain/mail/requeue-forgotten-mails.server.ts";
import { forgetQuietDomains } from "#app/domain/mail/turns.server.ts";
import { now } from "#app/platform/clock.ts";
import { pool } from "#app/platform/database/client.server.ts";
import { log } from "#app/platform/log.ts";

/** How long after its time a mail without a job counts as forgotten, in milliseconds. */
const patience = 10 * 60_000;

/** Takes up mails whose job was lost, forgets the pace of domains that get nothing, and clears away jobs that can never run again. */
export async function requeueForgottenMailsJob(): Promise<void> {
  const count = await requeueForgottenMails(patience);
  if (count > 0) log().warn({ count }, "mails without a job were queued again");
  await forgetQuietDomains(now());
  const cleared = await clearDeadJobs();
  if (cleared > 0) log().info({ count: cleared }, "jobs that gave up were cleared");
}

/** Removes jobs that used up their attempts a day ago or earlier; the mails they were for have other jobs by then. */
async function clearDeadJobs(): Promise<number> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT job.id::text AS id FROM graphile_worker.jobs AS job
      WHERE job.attempts >= job.max_attempts AND job.updated_at < now() - interval '1 day'
        AND (job.locked_at IS NULL OR job.locked_at < now() - interval '1 day')
      LIMIT 1000`,
  );
  if (rows.length === 0) return 0;
  await pool().query("SELECT graphile_worker.complete_jobs($1::bigint[])", [rows.map(({ id }) => id)]);
  return rows.length;
}
