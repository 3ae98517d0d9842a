import { type Actor, isStaff } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { owedAssignments } from "../owed.server.ts";

const most = 1_000;

/** Submissions whose request waits, because nobody has acknowledged the desk's mailbox; nothing for those who do not see every submission. */
export async function listHeldRequests(viewer: Actor): Promise<string[]> {
  if (!isStaff(viewer, "ADMIN", "MODERATOR", "VIEWER")) return [];
  const rows = await db().assignment.findMany({
    where: { AND: [owedAssignments, { heldSince: { not: null } }] },
    orderBy: { heldSince: "asc" },
    take: most,
    select: { submissionId: true },
  });
  return rows.map(({ submissionId }) => submissionId);
}
