import { dayOf } from "#app/domain/shared/date-column.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { maskEmail } from "#app/domain/shared/email-address.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { trackingKeyOf } from "#app/domain/shared/tracking-key-of.server.ts";
import { isReceiptClosed } from "#app/domain/submission/entry.ts";
import { findEntry } from "#app/domain/submission/find-entry.server.ts";
import { isPublic } from "#app/domain/submission/visibility.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
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
      theme: { select: { title: true } },
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
    return receiptPage({ ...submission, to, on: null, trackingKey: trackingKeyOf(submission.id) }, locale);
  }
  const comment = await db().comment.findUnique({
    where,
    select: {
      id: true,
      number: true,
      locale: true,
      receivedAt: true,
      dueOn: true,
      theme: { select: { title: true } },
      question: { select: { text: true } },
      submission: { select: { number: true, title: true, kind: true, review: true } },
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
  return receiptPage(
    { ...comment, kind: "COMMENT", channel: "WEB", title: null, to: theme.title, on, trackingKey },
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
    to: unknown;
    on: ReceiptPage["on"];
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
    to: row.to ? pick(row.to as LocalizedText, locale) : null,
    on: row.on,
    address: address && { masked: maskEmail(address.address), confirmed: address.confirmedAt !== null },
  };
}
