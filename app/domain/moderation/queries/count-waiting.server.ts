import { subDays } from "date-fns/subDays";
import { undeliveredDays } from "#app/domain/mail/queries/list-undelivered.server.ts";
import { isModerator, isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { countLimit, firstView, nothingWaits, type Waiting } from "../queue.ts";
import { heapCount } from "./count-heaps.server.ts";
import { heapFacts } from "./heaps.server.ts";

/**
 * How much waits for this member of staff, for the frame of every page of the desk: the heap that opens first, mails that could not be
 * delivered, and received mails that wait for somebody. Counted up to {@link countLimit} in one query, so that it costs the same however much
 * waits. Who only reads has nothing waiting; mails are the moderators' business.
 */
export async function countWaiting(viewer: StaffActor, now: Date): Promise<Waiting> {
  if (isStaff(viewer, "VIEWER")) return nothingWaits;
  const first = firstView(viewer);
  const queue = heapCount(viewer, first, await heapFacts(viewer, [first], now));
  const [row] = await db().$queryRaw<
    Partial<Waiting>[]
  >`SELECT ${queue} AS queue ${isModerator(viewer) ? mails(now) : Prisma.empty}`;
  return { ...nothingWaits, ...row };
}

function mails(now: Date): Prisma.Sql {
  return Prisma.sql`,
    (SELECT count(*)::int FROM (
      SELECT FROM "Mail" WHERE state = 'FAILED' AND "createdAt" >= ${subDays(now, undeliveredDays)} LIMIT ${countLimit}
    ) AS failed) AS mail,
    (SELECT count(*)::int FROM (
      SELECT FROM "InboundMessage" WHERE state IN ('WAITING', 'QUARANTINED') LIMIT ${countLimit}
    ) AS received) AS inbox`;
}
