import { subDays } from "date-fns/subDays";
import type { Actor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayReadMailLog } from "../mail.ts";

/** How long a mail that could not be delivered is somebody's business, in days. Later it was seen to by telephone, or nobody will. */
export const undeliveredDays = 30;

/** Most failures looked at: when more fail, it is the mail server and no longer the items. */
const mostFailures = 1_000;

/** Items about which a mail was given up lately. Sending it again takes it off. */
export type Undelivered = { submissionIds: string[]; commentIds: string[] };

/** What could not be delivered lately, for those who read the mail log; nothing for others. */
export async function listUndelivered(viewer: Actor, now: Date): Promise<Undelivered> {
  if (!mayReadMailLog(viewer)) return { submissionIds: [], commentIds: [] };
  const rows = await db().mail.findMany({
    where: { state: "FAILED", createdAt: { gte: subDays(now, undeliveredDays) } },
    orderBy: { createdAt: "desc" },
    take: mostFailures,
    select: { submissionId: true, commentId: true },
  });
  const ids = (name: "submissionId" | "commentId") => [...new Set(rows.flatMap((row) => row[name] ?? []))];
  return { submissionIds: ids("submissionId"), commentIds: ids("commentId") };
}
