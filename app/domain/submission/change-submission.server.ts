import { cancelMails } from "#app/domain/mail/cancel-mails.server.ts";
import { changeThemeCounts } from "#app/domain/plan/change-theme-counts.server.ts";
import { endReports } from "#app/domain/report/end-reports.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { indexSubmission } from "./index-submission.server.ts";
import { searchColumns } from "./search-columns.ts";
import {
  canMoveHandling,
  canMoveReview,
  type HandlingState,
  kindAfter,
  type ReviewState,
  reviewOfChangedKind,
} from "./submission.ts";
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
  /** With the move to MERGED: the one that is dealt with in its place. */
  mergedIntoId?: string;
  /** Another kind, as `kindAfter` has it; its review state follows from it. */
  kind?: "IDEA" | "INQUIRY";
  inquiryDeskId?: string | null;
  /** Another theme; the question it answered belongs to the one before, so it is given with it. */
  themeId?: string | null;
  questionId?: string | null;
  /** Of the answer just published. Giving it marks the submission as answered. */
  outcomeKey?: string | null;
  title?: string;
  body?: string;
  expectedEffect?: string | null;
  area?: string | null;
  displayName?: string | null;
  organizationName?: string | null;
  revision?: number;
  isFlagged?: boolean;
  /** Published before anybody read it. Ends with the first look, and with the publication. */
  awaitsLook?: boolean;
  lookedAt?: Date;
  lookedBy?: string;
};

/**
 * The only place that updates a submission. Refuses (conflict "changedMeanwhile") when somebody changed it since `version` was read, and
 * (conflict "notPossibleNow") a move that the state tables do not know. Keeps everything that follows from a change: `changedAt`,
 * the first publication and first answer, what it is found by, the counters of its theme, and where it goes back to when a merge is undone.
 * What was withdrawn or merged is not mailed to a desk any more, if that mail still waits. Reports about what is public no longer are closed.
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
      ...mergeColumns(before, after),
      publishedAt,
      answeredAt,
      awaitsLook: after.awaitsLook && after.review === "PUBLISHED",
      ...(isPublic(after) ? {} : { reportedAt: null }),
      changedAt: context.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw conflict("changedMeanwhile");
  if (searchedFields.some((field) => field in changes)) await indexSubmission(context.tx, id);
  if (changes.review === "WITHDRAWN" || changes.review === "MERGED")
    await cancelMails(context, { submissionId: id, templates: ["assigned", "replied", "reminded", "overdue"] });
  if (isPublic(before) && !isPublic(after)) {
    await endReports(
      context,
      { type: "submission", id },
      { outcome: "GONE", reason: null, explanation: null, shown: null },
    );
  }

  await moveThemeCounts(context, before, { ...after, answeredAt });
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

const searchedFields = ["title", "body", "expectedEffect", "area", "displayName", "organizationName"] as const;

const changeable = {
  version: true,
  kind: true,
  review: true,
  handling: true,
  themeId: true,
  dueOn: true,
  title: true,
  body: true,
  expectedEffect: true,
  area: true,
  displayName: true,
  organizationName: true,
  publishedAt: true,
  awaitsLook: true,
  answeredAt: true,
} as const;

function assertPossible(
  before: { kind: "IDEA" | "PARTNERSHIP" | "INQUIRY"; review: ReviewState; handling: HandlingState },
  { kind, review, handling }: SubmissionChanges,
): void {
  const kindMoves = kind !== undefined && kind !== before.kind;
  if (kindMoves && (kindAfter(before) !== kind || reviewOfChangedKind[kind] !== review))
    throw conflict("notPossibleNow");
  const reviewMoves = !kindMoves && review !== undefined && review !== before.review;
  if (reviewMoves && !canMoveReview(before.kind, before.review, review)) throw conflict("notPossibleNow");
  const handlingMoves = handling !== undefined && handling !== before.handling;
  if (handlingMoves && !canMoveHandling(before.handling, handling)) throw conflict("notPossibleNow");
}

/** What is merged remembers where it came from; what no longer is says nothing of others. */
function mergeColumns(before: { review: ReviewState; dueOn: Date | null }, after: { review: ReviewState }) {
  if (before.review === after.review) return {};
  if (after.review === "MERGED") return { reviewBeforeMerge: before.review, dueOnBeforeMerge: before.dueOn };
  return before.review === "MERGED" ? { mergedIntoId: null, reviewBeforeMerge: null, dueOnBeforeMerge: null } : {};
}

type Counted = Parameters<typeof isPublic>[0] & { themeId: string | null; answeredAt: Date | null };

/** What a submission is worth to the numbers of its theme. */
function worth(submission: Counted): { proposals: number; answered: number } {
  const shown = isPublic(submission);
  return { proposals: Number(shown), answered: Number(shown && submission.answeredAt !== null) };
}

/** Two themes change in the order of their ids, so that moves in opposite directions wait for each other instead of locking each other out. */
async function moveThemeCounts(context: TxContext, before: Counted, after: Counted): Promise<void> {
  const changes = new Map<string, { proposals: number; answered: number }>();
  for (const [submission, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    if (submission.themeId === null) continue;
    const { proposals, answered } = worth(submission);
    const sum = changes.get(submission.themeId) ?? { proposals: 0, answered: 0 };
    changes.set(submission.themeId, {
      proposals: sum.proposals + sign * proposals,
      answered: sum.answered + sign * answered,
    });
  }
  for (const [themeId, change] of [...changes].sort(([one], [other]) => (one < other ? -1 : 1))) {
    await changeThemeCounts(context, themeId, change);
  }
}
