import type { Actor } from "#app/domain/shared/actor.ts";
import { publicSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";

/** What everybody may read: published, on something that is still public, and not under a comment that no longer is. */
export const publicComments = {
  review: "PUBLISHED",
  AND: [
    { OR: [{ submissionId: null }, { submission: publicSubmissions }] },
    { OR: [{ parentId: null }, { parent: { review: "PUBLISHED" } }] },
  ],
} satisfies Prisma.CommentWhereInput;

/** The comments this viewer may see at all: the same decision as `commentSight`, told to the database. */
export function visibleComments(viewer: Actor): Prisma.CommentWhereInput {
  switch (viewer.kind) {
    case "anonymous":
    case "desk-link":
      return publicComments;
    case "author":
      return viewer.of === "comment" ? { OR: [publicComments, { id: viewer.id }] } : publicComments;
    case "staff":
      return viewer.role === "OFFICER" ? publicComments : {};
    case "system":
      return {};
  }
}
