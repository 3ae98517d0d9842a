import { randomUUID } from "node:crypto";
import { judgeArrival, keepFlags } from "#app/domain/flag/judge-text.server.ts";
import { registerAddress } from "#app/domain/participant/register-address.server.ts";
import { writeFirst } from "#app/domain/participant/write-first.server.ts";
import { isAskedToConfirm, isPublishedAtOnce, type ReadingPolicy } from "#app/domain/plan/theme-policy.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { trackingKeyOf } from "#app/domain/shared/tracking-key-of.server.ts";
import { hashToken } from "#app/platform/crypto.ts";
import type { Receipt } from "./earlier-receipt.server.ts";
import { indexSubmission } from "./index-submission.server.ts";
import { mailReceipt } from "./mail-receipt.server.ts";
import { answerDay, publishUnread } from "./publish-unread.server.ts";
import { recordTimeline } from "./record-timeline.server.ts";
import { searchColumns } from "./search-columns.ts";
import { type Channel, type CostSharing, firstReviewState, type SubmissionKind } from "./submission.ts";
import { takeReceiptNumber } from "./take-receipt-number.server.ts";

/** A submission as it arrives: what may become public, and apart from it what only the city sees. */
export type ArrivingSubmission = {
  kind: SubmissionKind;
  themeId: string | null;
  /** When its theme has it read; left out, before it is public. */
  reading?: ReadingPolicy;
  questionId: string | null;
  inquiryDeskId: string | null;
  /** The first promise: review for what may be published, the answer for an inquiry. */
  dueOn: IsoDate;
  text: {
    title: string;
    body: string;
    expectedEffect?: string | null;
    area?: string | null;
    displayName?: string | null;
    organizationName?: string | null;
  };
  cityOnly: {
    name?: string | null;
    phone?: string | null;
    corporateNumber?: string | null;
    contactPerson?: string | null;
    cooperation?: string;
    request?: string;
    costSharing?: CostSharing;
    confidentialNote?: string | null;
  };
  email: string | null;
  idempotencyKey: string;
  isSample?: boolean;
  sender?: string;
};

/** How and when something arrived that was not sent through the site. */
export type Arrival = { channel: Channel; receivedAt: Date };

/** Those who may send something in: anybody, and the platform for its samples. Staff type in what arrived (`enterSubmission`). */
export function assertMaySend(context: TxContext): void {
  if (context.actor.kind !== "anonymous" && context.actor.kind !== "system") throw forbidden();
}

/**
 * Stores a new submission with its private part, first revision, first timeline entry and what should be looked at twice in it, and mails its author: the receipt to a confirmed
 * address, the question whether it is theirs to any other. The caller took the idempotency lock and writes the audit entry.
 *
 * @param arrival for what staff typed in; without it, it came through the site just now
 */
export async function receiveSubmission(
  context: TxContext,
  arriving: ArrivingSubmission,
  { channel, receivedAt }: Arrival = { channel: "WEB", receivedAt: context.now },
): Promise<Receipt> {
  const { kind, text, cityOnly, email } = arriving;
  const address = email === null ? null : await registerAddress(context, email);
  const id = randomUUID();
  const trackingKey = trackingKeyOf(id);
  const columns = {
    title: text.title,
    body: text.body,
    expectedEffect: text.expectedEffect ?? null,
    area: text.area ?? null,
    displayName: text.displayName ?? null,
    organizationName: text.organizationName ?? null,
  };
  const judgement = await judgeArrival(context, {
    texts: columns,
    body: columns.body,
    mayBecomePublic: kind !== "INQUIRY",
    sender: arriving.sender ?? null,
    emailAddressId: address?.id ?? null,
  });
  const atOnce =
    kind === "IDEA" &&
    isPublishedAtOnce(arriving.reading?.reviewMode ?? "BEFORE", {
      isFlagged: judgement.findings.length > 0,
      mustBeReadFirst: judgement.mustBeReadFirst,
    });
  // what is public already is promised an answer
  const dueOn = atOnce ? await answerDay(context, kind) : arriving.dueOn;
  const number = await takeReceiptNumber(context);
  await context.tx.submission.create({
    data: {
      id,
      number,
      kind,
      channel,
      locale: context.locale,
      themeId: arriving.themeId,
      questionId: arriving.questionId,
      inquiryDeskId: arriving.inquiryDeskId,
      review: firstReviewState(kind),
      dueOn: dateColumn(dueOn),
      ...columns,
      ...searchColumns({ kind, ...columns }),
      trackingKeyHash: hashToken(trackingKey),
      idempotencyHash: hashToken(arriving.idempotencyKey),
      receivedAt,
      changedAt: context.now,
      isSample: arriving.isSample === true && context.actor.kind === "system",
      isFlagged: judgement.findings.length > 0,
    },
    select: { id: true },
  });
  await keepFlags(context, { type: "submission", id }, judgement);
  await context.tx.submissionPrivate.create({
    data: { submissionId: id, emailAddressId: address?.id ?? null, ...cityOnly },
    select: { submissionId: true },
  });
  await indexSubmission(context.tx, id);
  await recordRevision(context, { submissionId: id, revision: 1, text: columns, cityOnly });
  await recordTimeline(
    { ...context, now: receivedAt },
    { submissionId: id, event: "RECEIVED", audience: "PUBLIC", dueOn },
  );
  if (atOnce) await publishUnread(context, { id, version: 1, dueOn });
  if (address !== null) {
    const review = atOnce ? "PUBLISHED" : "PENDING";
    const theme = arriving.reading ?? null;
    const asksEach = isAskedToConfirm({ kind, isOwn: channel === "WEB", review, version: 1, theme });
    const item = { type: "submission", id, number } as const;
    await writeFirst(context, { address, item, locale: context.locale, asksEach }, () => mailReceipt(context, id));
  }
  return { id, number, trackingKey };
}

/** Keeps one version of the author's text for ever. */
export async function recordRevision(
  context: TxContext,
  {
    submissionId,
    revision,
    text,
    cityOnly,
  }: {
    submissionId: string;
    revision: number;
    text: {
      title: string;
      body: string;
      expectedEffect: string | null;
      area: string | null;
      displayName: string | null;
      organizationName: string | null;
    };
    cityOnly: ArrivingSubmission["cityOnly"];
  },
): Promise<void> {
  const { cooperation, request, costSharing, confidentialNote } = cityOnly;
  await context.tx.submissionRevision.create({
    data: {
      id: randomUUID(),
      submissionId,
      revision,
      ...text,
      cityOnly: costSharing === undefined ? {} : { cooperation, request, costSharing, confidentialNote },
      createdAt: context.now,
    },
    select: { id: true },
  });
}
