import type { Actor } from "#app/domain/shared/actor.ts";
import { Prisma } from "#app/generated/prisma/client.ts";

/** What everybody may read. An inquiry is never among it, whatever its state says. */
export const publicSubmissions = {
  review: "PUBLISHED",
  kind: { not: "INQUIRY" },
} as const satisfies Prisma.SubmissionWhereInput;

/** What was public and was then merged into another one: its number may be said, and leads to the other one; its text is not shown. */
export const mergedInPublic = {
  review: "MERGED",
  reviewBeforeMerge: "PUBLISHED",
} as const satisfies Prisma.SubmissionWhereInput;

/**
 * The submissions this viewer may see at all: where every list, page, search, feed, export and mail starts. The same decision as
 * `submissionSight` in visibility.ts, told to the database.
 */
export function visibleSubmissions(viewer: Actor): Prisma.SubmissionWhereInput {
  switch (viewer.kind) {
    case "anonymous":
      return publicSubmissions;
    case "author":
      return viewer.of === "submission" ? { OR: [publicSubmissions, { id: viewer.id }] } : publicSubmissions;
    case "desk-link":
      return { OR: [publicSubmissions, { id: viewer.submissionId, ...liesWith([viewer.deskId]) }] };
    case "staff":
      return viewer.role === "OFFICER" ? { OR: [publicSubmissions, liesWith(viewer.deskIds)] } : {};
    case "system":
      return {};
  }
}

/** What lies with one of these desks: assigned to it, or sent to it as an inquiry and not assigned yet. */
export function liesWith(deskIds: readonly string[]): Prisma.SubmissionWhereInput {
  const among = { in: [...deskIds] };
  return { OR: [{ handlingDeskId: among }, { handlingDeskId: null, inquiryDeskId: among }] };
}

/** The same as {@link liesWith}, of the columns of "Submission" in a statement written by hand. */
export function liesWithSql(deskIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`("handlingDeskId" = ANY(${deskIds}::uuid[]) OR ("handlingDeskId" IS NULL AND "inquiryDeskId" = ANY(${deskIds}::uuid[])))`;
}
