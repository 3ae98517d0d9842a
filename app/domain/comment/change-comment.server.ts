import { cancelMails } from "#app/domain/mail/cancel-mails.server.ts";
import { changeThemeCounts } from "#app/domain/plan/change-theme-counts.server.ts";
import { endReports } from "#app/domain/report/end-reports.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { changeCommentCount } from "#app/domain/submission/change-submission.server.ts";
import { canMoveReview } from "#app/domain/submission/submission.ts";
import type { CommentReview, Stance } from "./comment.ts";
import { commentSearchColumns } from "./comment-search-columns.ts";
import { indexComment } from "./index-comment.server.ts";

/** What may change in a comment after it was received; a key that is missing stays as it is. */
export type CommentChanges = {
  review?: CommentReview;
  /** Current promise; a day in Tokyo. */
  dueOn?: IsoDate | null;
  /** Until when an open appeal is decided. Any move of the review settles the appeal and empties it. */
  appealDueOn?: IsoDate | null;
  body?: string;
  stance?: Stance | null;
  displayName?: string | null;
  revision?: number;
  /** Another theme, for a comment on a theme or its question; the question belongs to the one before. Its replies go with it. */
  themeId?: string;
  questionId?: string | null;
  isFlagged?: boolean;
  /** Published before anybody read it. Ends with the first look, and with the publication. */
  awaitsLook?: boolean;
  lookedAt?: Date;
  lookedBy?: string;
};

/**
 * The only place that updates a comment. Refuses (conflict "changedMeanwhile") when somebody changed it since `version` was read, and
 * (conflict "notPossibleNow") a move that the state table does not know. Keeps what follows: `changedAt`, first publication, search
 * columns, and the counters of its proposal, its theme and the comment it replies to. A comment that is public no longer is not mailed to
 * the author of its proposal either, if that mail still waits, and reports about it are closed. A comment that moves to another theme takes its replies along.
 *
 * @returns the new version
 */
export async function changeComment(
  context: TxContext,
  { id, version, changes }: { id: string; version: number; changes: CommentChanges },
): Promise<{ version: number }> {
  const before = await context.tx.comment.findUnique({ where: { id }, select: changeable });
  if (before === null || before.version !== version) throw conflict("changedMeanwhile");
  const { review } = changes;
  if (review !== undefined && review !== before.review && !canMoveReview("COMMENT", before.review, review)) {
    throw conflict("notPossibleNow");
  }

  const { dueOn, appealDueOn, ...columns } = changes;
  const after = { ...before, ...columns };
  if (after.themeId !== before.themeId) await moveReplies(context, id, after.themeId);
  const { count } = await context.tx.comment.updateMany({
    where: { id, version },
    data: {
      ...columns,
      ...(dueOn === undefined ? {} : { dueOn: dateColumn(dueOn) }),
      ...(after.review !== before.review ? { appealDueOn: null } : {}),
      ...(appealDueOn === undefined ? {} : { appealDueOn: dateColumn(appealDueOn) }),
      ...commentSearchColumns(after),
      publishedAt: before.publishedAt ?? (after.review === "PUBLISHED" ? context.now : null),
      awaitsLook: after.awaitsLook && after.review === "PUBLISHED",
      ...(after.review === "PUBLISHED" ? {} : { reportedAt: null }),
      changedAt: context.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw conflict("changedMeanwhile");
  if ("body" in changes || "displayName" in changes) await indexComment(context.tx, id);

  const was = before.review === "PUBLISHED";
  const is = after.review === "PUBLISHED";
  if (was !== is) await moveCounters(context, id, before, is ? 1 : -1);
  if (was && is && after.themeId !== before.themeId) await moveThemeCounters(context, id, before, after.themeId);
  if (was && !is) {
    await cancelMails(context, { commentId: id, templates: ["commented"] });
    await endReports(
      context,
      { type: "comment", id },
      { outcome: "GONE", reason: null, explanation: null, shown: null },
    );
  }
  return { version: version + 1 };
}

/**
 * A counter says how many comments a page shows. Replies disappear and come back with the comment they stand under, so that comment moves
 * the counter by all of them, and a reply moves it only while its comment is shown. Both lock the upper comment's row first.
 */
async function moveCounters(
  context: TxContext,
  id: string,
  comment: { submissionId: string | null; parentId: string | null; themeId: string },
  by: -1 | 1,
): Promise<void> {
  const upper =
    comment.parentId === null
      ? await context.tx.comment.findUniqueOrThrow({ where: { id }, select: { replyCount: true } })
      : await context.tx.comment.update({
          where: { id: comment.parentId },
          data: { replyCount: { increment: by } },
          select: { review: true },
        });
  const shown = "replyCount" in upper ? 1 + upper.replyCount : upper.review === "PUBLISHED" ? 1 : 0;
  if (shown === 0) return;
  if (comment.submissionId !== null) await changeCommentCount(context, comment.submissionId, by * shown);
  else await changeThemeCounts(context, comment.themeId, { comments: by * shown });
}

/**
 * Before the comment above them is locked, as whoever approves a reply locks the reply first. Their version counts on: an approval that was
 * under way would count them on the theme they have left.
 */
async function moveReplies(context: TxContext, parentId: string, themeId: string): Promise<void> {
  await context.tx.comment.updateMany({
    where: { parentId },
    data: { themeId, questionId: null, version: { increment: 1 } },
  });
}

async function moveThemeCounters(
  context: TxContext,
  id: string,
  { themeId, submissionId }: { themeId: string; submissionId: string | null },
  to: string,
): Promise<void> {
  if (submissionId !== null) return;
  const { replyCount } = await context.tx.comment.findUniqueOrThrow({ where: { id }, select: { replyCount: true } });
  const shown = 1 + replyCount;
  const changes = [
    { theme: themeId, comments: -shown },
    { theme: to, comments: shown },
  ];
  for (const { theme, comments } of changes.sort((one, other) => (one.theme < other.theme ? -1 : 1))) {
    await changeThemeCounts(context, theme, { comments });
  }
}

/**
 * The comments on a submission follow it to another theme. Nothing else about them changes and no counter of a theme counts them, so their
 * versions stay.
 */
export async function moveCommentsOn(context: TxContext, submissionId: string, themeId: string): Promise<void> {
  await context.tx.comment.updateMany({ where: { submissionId }, data: { themeId } });
}

const changeable = {
  version: true,
  review: true,
  themeId: true,
  submissionId: true,
  parentId: true,
  body: true,
  displayName: true,
  publishedAt: true,
  awaitsLook: true,
} as const;
