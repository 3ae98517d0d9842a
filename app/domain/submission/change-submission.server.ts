import { cancelMails } from "#app/domain/mail/cancel-mails.server.ts";
import { changeThemeCounts } from "#app/domain/plan/change-theme-counts.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { searchColumns } from "./search-columns.ts";
import { canMoveHandling, canMoveReview, type HandlingState, type ReviewState } from "./submission.ts";
import { isPublic } from "./visibility.ts";

/** What may change in a submission after it was received; a key that is missing stays as it is. */
export type SubmissionChanges = {
  review?: ReviewState;
  handling?: HandlingState;
  handlingDeskId?: string | null;
  /** Current promise; a day in Tokyo. */
  dueOn?: IsoDate | null;
  /** Until when an open appeal is decided. Any move of the review settles the appeal and empties it. */
  appealDueOn?: IsoDate | null;
  lateReason?: string | null;
  waitsForAuthor?: boolean;
  /** Of the answer just published. Giving it marks the submission as answered. */
  outcomeKey?: string | null;
  title?: string;
  body?: string;
  expectedEffect?: string | null;
  area?: string | null;
  displayName?: string | null;
  organizationName?: string | null;
  revision?: number;
};

/**
 * The only place that updates a submission. Refuses (conflict "changedMeanwhile") when somebody changed it since `version` was read, and
 * (conflict "notPossibleNow") a move that the state tables do not know. Keeps everything that follows from a change: `changedAt`,
 * the first publication and first answer, search columns, and the counters of its theme. What was withdrawn is not mailed to a desk any
 * more, if that mail still waits.
 *
 * @param version as it was on the page or when the command loaded the row
 * @returns the new version
 */
export async function changeSubmission(
  context: TxContext,
  { id, version, changes }: { id: string; version: number; changes: SubmissionChanges },
): Promise<{ version: number }> {
  const before = await context.tx.submission.findUnique({ where: { id }, select: changeable });
  if (before === null || before.version !== version) throw conflict("changedMeanwhile");
  assertPossible(before, changes);

  const { dueOn, appealDueOn, ...columns } = changes;
  const after = { ...before, ...columns };
  const publishedAt = before.publishedAt ?? (after.review === "PUBLISHED" ? context.now : null);
  const answeredAt = before.answeredAt ?? (changes.outcomeKey ? context.now : null);
  const { count } = await context.tx.submission.updateMany({
    where: { id, version },
    data: {
      ...columns,
      ...(dueOn === undefined ? {} : { dueOn: dateColumn(dueOn) }),
      ...(after.review !== before.review ? { appealDueOn: null } : {}),
      ...(appealDueOn === undefined ? {} : { appealDueOn: dateColumn(appealDueOn) }),
      ...searchColumns(after),
      publishedAt,
      answeredAt,
      changedAt: context.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw conflict("changedMeanwhile");
  if (changes.review === "WITHDRAWN")
    await cancelMails(context, { submissionId: id, templates: ["assigned", "replied"] });

  if (before.themeId !== null) {
    const proposals = step(isPublic(before), isPublic(after));
    const answered = step(isPublic(before) && before.answeredAt !== null, isPublic(after) && answeredAt !== null);
    if (proposals !== 0 || answered !== 0) {
      await changeThemeCounts(context, before.themeId, { proposals, answered });
    }
  }
  return { version: version + 1 };
}

/**
 * Moves the number of published comments on a submission. Not a change of the submission itself: it takes no version, so that comments
 * approved at the same time do not refuse each other.
 */
export async function changeCommentCount(context: TxContext, submissionId: string, by: number): Promise<void> {
  await context.tx.submission.update({
    where: { id: submissionId },
    data: { commentCount: { increment: by } },
    select: { id: true },
  });
}

const changeable = {
  version: true,
  kind: true,
  review: true,
  handling: true,
  themeId: true,
  title: true,
  body: true,
  expectedEffect: true,
  area: true,
  displayName: true,
  organizationName: true,
  publishedAt: true,
  answeredAt: true,
} as const;

function assertPossible(
  before: { kind: "IDEA" | "PARTNERSHIP" | "INQUIRY"; review: ReviewState; handling: HandlingState },
  { review, handling }: SubmissionChanges,
): void {
  const reviewMoves = review !== undefined && review !== before.review;
  if (reviewMoves && !canMoveReview(before.kind, before.review, review)) throw conflict("notPossibleNow");
  const handlingMoves = handling !== undefined && handling !== before.handling;
  if (handlingMoves && !canMoveHandling(before.handling, handling)) throw conflict("notPossibleNow");
}

function step(was: boolean, is: boolean): -1 | 0 | 1 {
  if (was === is) return 0;
  return is ? 1 : -1;
}
