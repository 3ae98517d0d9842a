import { subDays } from "date-fns/subDays";
import { undeliveredDays } from "#app/domain/mail/queries/list-undelivered.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { countLimit, nothingWaits, type Waiting } from "../queue.ts";

/**
 * How much waits for this member of staff, for the frame of every page of the desk: the heap that opens first, mails that could not be
 * delivered, and received mails that wait for somebody. Counted up to {@link countLimit} in one query, so that it costs the same however much waits. Who only reads has nothing waiting.
 */
export async function countWaiting(viewer: StaffActor, now: Date): Promise<Waiting> {
  switch (viewer.role) {
    case "ADMIN":
    case "MODERATOR":
      return forModerators(now);
    case "OFFICER":
      return forDesks(viewer.deskIds);
    case "VIEWER":
      return nothingWaits;
  }
}

async function forModerators(now: Date): Promise<Waiting> {
  const [row] = await db().$queryRaw<Waiting[]>`
    SELECT
      (SELECT count(*)::int FROM (
        (SELECT FROM "Submission" WHERE review = 'PENDING' LIMIT ${countLimit})
        UNION ALL
        (SELECT FROM "Comment" WHERE review = 'PENDING' LIMIT ${countLimit})
      ) AS pending) AS queue,
      (SELECT count(*)::int FROM (
        SELECT FROM "Mail" WHERE state = 'FAILED' AND "createdAt" >= ${subDays(now, undeliveredDays)} LIMIT ${countLimit}
      ) AS failed) AS mail,
      (SELECT count(*)::int FROM (
        SELECT FROM "InboundMessage" WHERE state IN ('WAITING', 'QUARANTINED') LIMIT ${countLimit}
      ) AS received) AS inbox`;
  return row === undefined ? nothingWaits : { ...row, queue: Math.min(row.queue, countLimit) };
}

async function forDesks(deskIds: readonly string[]): Promise<Waiting> {
  if (deskIds.length === 0) return nothingWaits;
  const [row] = await db().$queryRaw<{ queue: number }[]>`
    SELECT count(*)::int AS queue FROM (
      SELECT FROM "Submission"
      WHERE "handlingDeskId" = ANY(${deskIds}::uuid[]) AND handling IN ('ASSIGNED', 'DRAFTED') AND review NOT IN ('WITHDRAWN', 'MERGED')
      LIMIT ${countLimit}
    ) AS working`;
  return { ...nothingWaits, queue: row?.queue ?? 0 };
}
