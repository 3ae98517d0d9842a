import { isItemConfirmed } from "#app/domain/participant/is-item-confirmed.server.ts";
import { isAskedToConfirm, readingColumns } from "#app/domain/plan/theme-policy.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { maskEmail } from "#app/domain/shared/email-address.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { trackingKeyOf } from "#app/domain/shared/tracking-key-of.server.ts";
import { isReceiptClosed } from "#app/domain/submission/entry.ts";
import { findEntry } from "#app/domain/submission/find-entry.server.ts";
import { isOwnSubmission } from "#app/domain/submission/own-submission.server.ts";
import { isPublic, isPublicComment } from "#app/domain/submission/visibility.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { paths } from "#app/routes/paths.ts";
import type { ReceiptPage } from "../comment-pages.ts";

const addressColumns = { select: { emailAddress: { select: { address: true, confirmedAt: true } } } } as const;

/**
 * The receipt, for whoever has the key of the form that was sent. It can be opened again: the browser's history is the only place where a
 * person without a mail address may still find the tracking key. Where staff typed it in that history is theirs, so it closes once there was
 * time to hand it over.
 *
 * @param receiptKey the idempotency key of that form
 * @param enteredBy account that must have typed it in
 * @throws not found unless number and key belong together, or when it is closed
 */
export async function findReceipt(
  number: string,
  receiptKey: string,
  { locale, now, enteredBy = null }: { locale: Locale; now: Date; enteredBy?: string | null },
): Promise<ReceiptPage> {
  const where = { idempotencyHash: hashToken(receiptKey), number };
  const submission = await db().submission.findUnique({
    where,
    select: {
      id: true,
      number: true,
      kind: true,
      channel: true,
      locale: true,
      title: true,
      receivedAt: true,
      dueOn: true,
      review: true,
      version: true,
      splitFromId: true,
      theme: { select: { title: true, ...readingColumns } },
      inquiryDesk: { select: { name: true } },
      private: addressColumns,
    },
  });
  if (submission !== null) {
    if (submission.channel !== "WEB" || enteredBy !== null) {
      const entry = await findEntry(submission.id);
      if (entry === null || isReceiptClosed(entry.at, now) || (enteredBy !== null && entry.byId !== enteredBy)) {
        throw notFound("receiptClosed");
      }
    }
    const to = submission.theme?.title ?? submission.inquiryDesk?.name;
    const publicPath = isPublic(submission) ? paths.proposal(submission.number) : null;
    const isAsked =
      isAskedToConfirm({ ...submission, isOwn: isOwnSubmission(submission) }) &&
      !(await isItemConfirmed(db(), { type: "submission", id: submission.id }));
    const trackingKey = trackingKeyOf(submission.id);
    return receiptPage({ ...submission, to, on: null, publicPath, trackingKey, isAsked }, locale);
  }
  const comment = await db().comment.findUnique({
    where,
    select: {
      id: true,
      number: true,
      locale: true,
      receivedAt: true,
      dueOn: true,
      review: true,
      version: true,
      theme: { select: { slug: true, title: true, ...readingColumns } },
      question: { select: { text: true } },
      submission: { select: { number: true, title: true, kind: true, review: true } },
      parent: { select: { review: true } },
      private: addressColumns,
    },
  });
  if (comment === null || enteredBy !== null) throw notFound();
  const { theme, question, submission: proposal } = comment;
  const on =
    proposal && isPublic(proposal)
      ? { proposal: `${proposal.number} ${proposal.title}` }
      : question && { question: pick(question.text as LocalizedText, locale) };
  const trackingKey = trackingKeyOf(comment.id);
  const page = proposal ? paths.proposal(proposal.number) : paths.theme(theme.slug);
  const publicPath = isPublicComment(comment) ? `${page}#${comment.number}` : null;
  const kind = "COMMENT";
  const isAsked =
    isAskedToConfirm({ ...comment, kind, isOwn: true }) &&
    !(await isItemConfirmed(db(), { type: "comment", id: comment.id }));
  return receiptPage(
    { ...comment, kind, channel: "WEB", title: null, to: theme.title, on, publicPath, trackingKey, isAsked },
    locale,
  );
}

function receiptPage(
  row: {
    number: string;
    trackingKey: string;
    kind: ReceiptPage["kind"];
    channel: ReceiptPage["channel"];
    locale: Locale;
    title: string | null;
    receivedAt: Date;
    dueOn: Date | null;
    publicPath: string | null;
    to: unknown;
    on: ReceiptPage["on"];
    isAsked: boolean;
    private: { emailAddress: { address: string; confirmedAt: Date | null } | null } | null;
  },
  locale: Locale,
): ReceiptPage {
  const address = row.private?.emailAddress ?? null;
  return {
    number: row.number,
    trackingKey: row.trackingKey,
    kind: row.kind,
    channel: row.channel,
    locale: row.locale,
    title: row.title,
    receivedAt: row.receivedAt.toISOString(),
    dueOn: dayOf(row.dueOn),
    publicPath: row.publicPath,
    to: row.to ? pick(row.to as LocalizedText, locale) : null,
    on: row.on,
    address: address && {
      masked: maskEmail(address.address),
      confirmed: address.confirmedAt !== null,
      isAsked: row.isAsked,
    },
  };
}
