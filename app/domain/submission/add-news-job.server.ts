import type { Transaction } from "#app/domain/shared/command-context.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";

/** The queue's name for telling followers about one entry of a timeline. */
export const newsTask = "spread_news";

/** Times the queue itself tries a job whose code broke or whose process ended. */
const brokenJobAttempts = 5;

/** After the mails that somebody waits for, before repeated ones and those to many. */
const priority = 5;

/** The key of an entry's job: there is at most one that waits. */
const jobKey = (entryId: string) => `news:${entryId}`;

/**
 * Puts the telling of everybody who follows an item into the job queue, in the caller's transaction: a publication waits for nobody's mail.
 *
 * @param runAt not before; at once if left out
 */
export async function addNewsJob(tx: Pick<Transaction, "$executeRaw">, entryId: string, runAt?: Date): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${newsTask},
      json_build_object('entryId', ${entryId}::text),
      run_at := ${runAt ?? null}::timestamptz,
      max_attempts := ${brokenJobAttempts}::int,
      job_key := ${jobKey(entryId)},
      priority := ${priority}::int
    )`;
}

/**
 * Holds an entry until the transaction ends, so that two jobs of it tell its followers one after the other.
 * @returns whether somebody has yet to be told
 */
export async function holdNews(tx: Pick<Transaction, "$queryRaw">, entryId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ newsWaits: boolean }[]>`
    SELECT "newsWaits" FROM "TimelineEntry" WHERE "id" = ${entryId}::uuid FOR UPDATE`;
  return rows[0]?.newsWaits === true;
}

/** Everybody has been told of an entry, or there is nothing to tell. */
export async function endNews(tx: Pick<Transaction, "timelineEntry">, entryId: string): Promise<void> {
  await tx.timelineEntry.updateMany({ where: { id: entryId }, data: { newsWaits: false } });
}

/**
 * Entries that wait until what they are about is restored: it is hidden, by itself or with what it stands below, and nobody was told before.
 * Once somebody was, the rest are left out, because what says who was told does not last for as long as something can be hidden.
 */
const heldBack = {
  notices: { none: {} },
  OR: [
    { submission: { review: "HIDDEN" } },
    { comment: { OR: [{ review: "HIDDEN" }, { submission: { review: "HIDDEN" } }, { parent: { review: "HIDDEN" } }] } },
  ],
} satisfies Prisma.TimelineEntryWhereInput;

/** Whether an entry is to be told once what it is about is restored. */
export async function isHeldBack(tx: Pick<Transaction, "timelineEntry">, entryId: string): Promise<boolean> {
  return (await tx.timelineEntry.count({ where: { ...heldBack, id: entryId } })) > 0;
}

/** Most entries taken up at once; the rest follow at the next run. */
const batch = 1_000;

/**
 * Queues again what followers have yet to be told and what has no job that could still run: because its process ended or its code broke, or
 * because what it is about was hidden and has been restored. Telling twice is harmless: nobody is told of one entry twice.
 *
 * @param before entries older than this
 * @returns how many were queued again
 */
export async function requeueForgottenNews(before: Date): Promise<number> {
  const held = await db().timelineEntry.findMany({ where: { ...heldBack, newsWaits: true }, select: { id: true } });
  const forgotten = await db().$queryRaw<{ id: string }[]>`
    SELECT entry."id"::text AS "id"
      FROM "TimelineEntry" AS entry
     WHERE entry."newsWaits" AND entry."at" <= ${before} AND entry."id" <> ALL(${held.map(({ id }) => id)}::uuid[])
       AND NOT EXISTS (
         SELECT FROM graphile_worker.jobs AS job
          WHERE job.key = 'news:' || entry."id" AND job.locked_at IS NULL AND job.attempts < job.max_attempts
       )
     ORDER BY entry."at", entry."id"
     LIMIT ${batch}`;
  for (const { id } of forgotten) await addNewsJob(db(), id);
  return forgotten.length;
}
