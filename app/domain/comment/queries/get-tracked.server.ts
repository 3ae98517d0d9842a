import type { AuthorActor } from "#app/domain/shared/actor.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { getTrackedSubmission } from "#app/domain/submission/queries/get-tracked-submission.server.ts";
import type { TrackedSubmission } from "#app/domain/submission/submission-pages.ts";
import type { TrackedComment } from "../comment-pages.ts";
import { getTrackedComment } from "./get-tracked-comment.server.ts";

/** The private page of whatever this author holds the key of. */
export async function getTracked(
  author: AuthorActor,
  options: { locale: Locale; now: Date },
): Promise<TrackedSubmission | TrackedComment> {
  return author.of === "submission" ? getTrackedSubmission(author, options) : getTrackedComment(author, options);
}
