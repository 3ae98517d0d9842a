import { whyClosed } from "#app/domain/plan/participation.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { openTheme } from "#app/domain/submission/open-theme.server.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { visibleComments } from "./queries/visible-comments.server.ts";

/** What a comment is written on: a theme (or one of its questions), or a published proposal by its receipt number. */
export type CommentOn = { themeSlug: string; number?: undefined } | { number: string; themeSlug?: undefined };

export type CommentTarget = { themeId: string; questionId: string | null; submissionId: string | null };

/**
 * Finds what a comment is about, as this actor sees it: one cannot comment on what one cannot read.
 *
 * @throws not found; conflict "planClosed"; input "questionClosed"
 */
export async function commentTarget(
  context: TxContext,
  on: CommentOn,
  questionId: string | null,
): Promise<CommentTarget> {
  if (on.themeSlug !== undefined) {
    const theme = await openTheme(context, { slug: on.themeSlug, questionId, takes: "comments" });
    return { themeId: theme.id, questionId, submissionId: null };
  }
  const submission = await context.tx.submission.findFirst({
    where: { AND: [visibleSubmissions(context.actor), { number: on.number, review: "PUBLISHED" }] },
    select: { id: true, themeId: true, theme: { select: { plan: { select: { participation: true } } } } },
  });
  if (submission === null || submission.themeId === null) throw notFound();
  const closed = submission.theme && whyClosed(submission.theme, "comments");
  if (closed) throw conflict(closed);
  if (questionId !== null) throw inputError({ questionId: ["choose"] });
  return { themeId: await themeNow(context, submission.id), questionId: null, submissionId: submission.id };
}

/** A proposal that is being moved to another theme takes its comments along: one that comes at that moment waits for it here. */
async function themeNow(context: TxContext, submissionId: string): Promise<string> {
  const [row] = await context.tx.$queryRaw<{ themeId: string }[]>`
    SELECT "themeId"::text FROM "Submission" WHERE "id" = ${submissionId}::uuid AND "review" = 'PUBLISHED' AND "themeId" IS NOT NULL FOR SHARE`;
  if (row === undefined) throw notFound();
  return row.themeId;
}

/**
 * Checks the comment that is replied to: readable, on the same thing, and not itself a reply.
 *
 * @returns the question a reply stands under, which is its parent's
 * @throws conflict "parentGone", or "replyToReply"
 */
export async function parentComment(
  context: TxContext,
  target: CommentTarget,
  parentId: string,
): Promise<{ id: string; questionId: string | null }> {
  const parent = await context.tx.comment.findFirst({
    where: {
      AND: [
        visibleComments(context.actor),
        { id: parentId, review: "PUBLISHED", themeId: target.themeId, submissionId: target.submissionId },
      ],
    },
    select: { id: true, parentId: true, questionId: true },
  });
  if (parent === null) throw conflict("parentGone");
  if (parent.parentId !== null) throw conflict("replyToReply");
  return { id: parent.id, questionId: parent.questionId };
}
