import { randomUUID } from "node:crypto";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { trackingKeyOf } from "#app/domain/shared/tracking-key-of.server.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { indexSubmission } from "./index-submission.server.ts";
import { recordRevision } from "./receive-submission.server.ts";
import { recordTimeline } from "./record-timeline.server.ts";
import { searchColumns } from "./search-columns.ts";
import { firstReviewState, type ReviewState, type SubmissionKind } from "./submission.ts";
import { takeReceiptNumber } from "./take-receipt-number.server.ts";

/**
 * Makes a second submission of a part of one: the same author, kind, theme and arrival, with a number and tracking key of its own, in review again
 * (an inquiry: with its desk). What the city alone reads of the first is kept with the second too. The caller checked the passage, tells the
 * author and audits.
 *
 * @param part its title, and the passage that becomes its text
 */
export async function splitOff(
  context: TxContext,
  submissionId: string,
  part: { title: string; body: string },
): Promise<{ id: string; number: string }> {
  const whole = await context.tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      kind: true,
      channel: true,
      locale: true,
      themeId: true,
      questionId: true,
      inquiryDeskId: true,
      review: true,
      dueOn: true,
      area: true,
      displayName: true,
      organizationName: true,
      receivedAt: true,
      isSample: true,
      private: true,
    },
  });
  const { private: hidden, review, dueOn: promised, ...same } = whole;
  const id = randomUUID();
  const dueOn = await promiseOf(context, { kind: same.kind, review, promised: dayOf(promised) });
  const { area, displayName, organizationName } = same;
  const text = { ...part, expectedEffect: null, area, displayName, organizationName };
  const number = await takeReceiptNumber(context);
  await context.tx.submission.create({
    data: {
      ...same,
      ...text,
      id,
      number,
      splitFromId: submissionId,
      review: firstReviewState(same.kind),
      dueOn: dateColumn(dueOn),
      ...searchColumns({ kind: same.kind, ...text }),
      trackingKeyHash: hashToken(trackingKeyOf(id)),
      idempotencyHash: hashToken(`split ${id}`),
      changedAt: context.now,
    },
    select: { id: true },
  });
  const { submissionId: _, ...cityOnly } = hidden ?? { submissionId };
  await context.tx.submissionPrivate.create({
    data: { ...cityOnly, submissionId: id },
    select: { submissionId: true },
  });
  await indexSubmission(context.tx, id);
  await recordRevision(context, { submissionId: id, revision: 1, text, cityOnly: keptPart(hidden) });
  await recordTimeline(
    { ...context, now: same.receivedAt },
    { submissionId: id, event: "RECEIVED", audience: "PUBLIC", dueOn },
  );
  return { id, number };
}

type Hidden = {
  cooperation: string | null;
  request: string | null;
  costSharing: "NONE" | "PARTIAL" | "FULL" | "UNDECIDED" | null;
  confidentialNote: string | null;
};

/** What a version of a partnership keeps besides its public text. */
function keptPart(hidden: Hidden | null) {
  if (hidden === null || hidden.costSharing === null) return {};
  const { cooperation, request, costSharing, confidentialNote } = hidden;
  return { cooperation: cooperation ?? "", request: request ?? "", costSharing, confidentialNote };
}

/** The day that was promised for all of it holds for the part too, while it has not passed; else the usual time from today. */
async function promiseOf(
  context: TxContext,
  { kind, review, promised }: { kind: SubmissionKind; review: ReviewState; promised: IsoDate | null },
): Promise<IsoDate> {
  const today = isoDate(context.now);
  if (review === firstReviewState(kind) && promised !== null && promised >= today) return promised;
  const { reviewDays, answerDays } = await getSettings(context.tx);
  return addBusinessDays(today, kind === "INQUIRY" ? answerDays.INQUIRY : reviewDays[kind]);
}
