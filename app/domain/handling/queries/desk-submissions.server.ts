import type { StaffActor } from "#app/domain/shared/actor.ts";
import { liesWith, visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";

/**
 * The submissions somebody works with on the desk: narrower than what they may see, because an officer reads other desks' published proposals
 * on the public site, without what only the city sees.
 */
export function deskSubmissions(viewer: StaffActor): Prisma.SubmissionWhereInput {
  return viewer.role === "OFFICER" ? liesWith(viewer.deskIds) : visibleSubmissions(viewer);
}
