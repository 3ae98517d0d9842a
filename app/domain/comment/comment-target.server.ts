import { daysToSend, participationColumns, whyClosed } from "#app/domain/plan/participation.ts";
import { type ReadingPolicy, readingColumns } from "#app/domain/plan/theme-policy.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { formatDate } from "#app/domain/shared/japanese-date.ts";
import { openTheme } from "#app/domain/submission/open-theme.server.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { visibleComments } from "./queries/visible-comments.server.ts";

/** What a comment is written on: a theme (or one of its questions), or a published proposal by its receipt number. */
export type CommentOn = { themeSlug: string; number?: undefined } | { number: string; themeSlug?: undefined };

export type CommentTarget = { themeId: string; questionId: string | null; submissionId: string | null };

/** The target, and when comments on it are read. */
type FoundTarget = { target: CommentTarget; reading: ReadingPolicy };

/**
 * Finds what a comment is about, as this actor sees it: one cannot comment on what one cannot read.
 *
 * @throws not found; conflict with the key of `whyClosed`; input "questionClosed"
 */
export async function commentTarget(
  context: TxContext,
  on: CommentOn,
  questionId: string | null,
): Promise<FoundTarget> {
  const days = daysToSend(context.now);
  if (on.themeSlug !== undefined) {
    const { id, reading } = await openTheme(context, { slug: on.themeSlug, questionId, takes: "comments", days });
    return { target: { themeId: id, questionId, submissionId: null }, reading };
  }
  const submission = await context.tx.submission.findFirst({
    where: { AND: [visibleSubmissions(context.actor), { number: on.number, review: "PUBLISHED" }] },
    select: { id: true, theme: { select: { id: true, ...readingColumns, ...participationColumns } } },
  });
  if (submission === null || submission.theme === null) throw notFound();
  const { theme } = submission;
  const closed = whyClosed(theme, "comments", days);
  if (closed !== null) {
    throw conflict(closed.key, closed.day === null ? {} : { date: formatDate(closed.day, context.locale) });
  }
  if (questionId !== null) throw inputError({ questionId: ["choose"] });
  return {
    target: { themeId: await themeNow(context, submission.id), questionId: null, submissionId: submission.id },
    reading: theme,
  };
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
