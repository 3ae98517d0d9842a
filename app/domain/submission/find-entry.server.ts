import { db } from "#app/platform/database/client.server.ts";

/** Who typed something in, and when. `byId` is an account; null for the platform itself. */
export type Entry = { at: Date; by: string; byId: string | null };

/** How a submission was typed in, as the audit log has it; null for what came through the site. */
export async function findEntry(submissionId: string): Promise<Entry | null> {
  const entry = await db().auditEntry.findFirst({
    where: { subjectType: "submission", subjectId: submissionId, action: "enter-submission" },
    select: { at: true, actorLabel: true, actorId: true },
  });
  return entry && { at: entry.at, by: entry.actorLabel, byId: entry.actorId };
}
