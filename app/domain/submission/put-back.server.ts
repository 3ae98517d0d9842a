import { mailIfConfirmed, type PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { changeSubmission } from "./change-submission.server.ts";
import { recordTimeline } from "./record-timeline.server.ts";
import type { ReviewState, SubmissionKind } from "./submission.ts";
import { isPublic } from "./visibility.ts";

/** What is needed to put a merged submission back, as a selection of its columns. */
export const mergedColumns = {
  id: true,
  number: true,
  kind: true,
  title: true,
  locale: true,
  version: true,
  reviewBeforeMerge: true,
  dueOnBeforeMerge: true,
  private: { select: { emailAddressId: true } },
  mergedInto: { select: { id: true, number: true } },
} as const;

/** A merged submission, with what it needs to go back to where it was. */
export type MergedSubmission = {
  id: string;
  number: string;
  kind: SubmissionKind;
  title: string;
  locale: Locale;
  version: number;
  reviewBeforeMerge: ReviewState | null;
  dueOnBeforeMerge: Date | null;
  private: { emailAddressId: string | null } | null;
  mergedInto: { id: string; number: string } | null;
};

/**
 * A merged submission goes back to the review state it had, with a promise of its own: the day it was promised before, or, when that has
 * passed, the usual time from today. Its author is told. The caller audits.
 *
 * @param explanation the office's words; null when it goes back because of what became of the other one
 */
export async function putBack(
  context: TxContext,
  merged: MergedSubmission,
  explanation: string | null,
): Promise<ReviewState> {
  const { id } = merged;
  const review = merged.reviewBeforeMerge ?? "PENDING";
  await changeSubmission(context, {
    id,
    version: merged.version,
    changes: { review, dueOn: await promiseOf(context, merged, review) },
  });
  await recordTimeline(context, { submissionId: id, event: "SEPARATED", audience: "AUTHOR", note: explanation });
  await mailIfConfirmed(context, merged.private?.emailAddressId ?? null, separatedMessage(merged, explanation));
  return review;
}

/** The mail its author gets when a merged submission goes back; the preview on the desk is made from it too. */
export function separatedMessage(merged: MergedSubmission, explanation: string | null): PersonMessage {
  const { id, number, kind, title, locale } = merged;
  const review = merged.reviewBeforeMerge ?? "PENDING";
  return {
    template: "separated",
    params: {
      item: { type: "submission", id, number },
      title,
      other: merged.mergedInto?.number ?? "",
      explanation,
      path: isPublic({ kind, review }) ? paths.proposal(number) : null,
    },
    locale,
    threadKey: number,
    submissionId: id,
  };
}

/**
 * Whatever was merged into a submission goes back to where it was: its matter does not end because the author of the other one withdrew theirs,
 * or because that one is not to be read. To be called whenever a submission stops being in review or public.
 *
 * @returns the receipt numbers of what went back
 */
export async function releaseMerged(context: TxContext, submissionId: string): Promise<string[]> {
  const rows = await context.tx.submission.findMany({
    where: { mergedIntoId: submissionId, review: "MERGED" },
    orderBy: { id: "asc" },
    select: mergedColumns,
  });
  for (const row of rows) await putBack(context, row, null);
  return rows.map(({ number }) => number);
}

async function promiseOf(
  context: TxContext,
  { kind, dueOnBeforeMerge }: MergedSubmission,
  review: ReviewState,
): Promise<IsoDate | null> {
  if (review !== "PENDING" && review !== "PUBLISHED") return null;
  const today = isoDate(context.now);
  const promised = dayOf(dueOnBeforeMerge);
  if (promised !== null && promised >= today) return promised;
  const { reviewDays, answerDays } = await getSettings(context.tx);
  if (kind === "INQUIRY") return null;
  return addBusinessDays(today, (review === "PENDING" ? reviewDays : answerDays)[kind]);
}
