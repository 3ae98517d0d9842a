import { db } from "#app/platform/database/client.server.ts";
import { sendHeldRequest } from "./commands/send-held-request.server.ts";
import { holdStrandedRequests } from "./hold-stranded-requests.server.ts";
import { owedAssignments } from "./owed.server.ts";

const clock = { kind: "system", name: "期限の時計" } as const;

/** Most requests looked at in one call; the rest follow at the next. */
const batch = 500;

/**
 * Sends the requests that waited for a mailbox and need not any longer, each in a transaction of its own; also those on their way to an address
 * that is no desk's any more.
 *
 * @returns how many left
 */
export async function sendHeldRequests(now: Date): Promise<number> {
  const context = { actor: clock, now, locale: "ja" } as const;
  await holdStrandedRequests(context);
  const held = await db().assignment.findMany({
    where: { AND: [owedAssignments, { heldSince: { not: null } }] },
    orderBy: [{ heldSince: "asc" }, { id: "asc" }],
    take: batch,
    select: { id: true },
  });
  let sent = 0;
  for (const { id } of held) if ((await sendHeldRequest(context, { assignmentId: id })) !== null) sent += 1;
  return sent;
}
