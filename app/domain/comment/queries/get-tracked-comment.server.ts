import { isItemConfirmed } from "#app/domain/participant/is-item-confirmed.server.ts";
import { isAskedToConfirm, readingColumns } from "#app/domain/plan/theme-policy.ts";
import type { AuthorActor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { maskEmail } from "#app/domain/shared/email-address.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { isLate } from "#app/domain/submission/due-date.ts";
import { timelineOf } from "#app/domain/submission/queries/timeline-of.server.ts";
import { canRevise, canWithdraw } from "#app/domain/submission/submission.ts";
import { toldDecision } from "#app/domain/submission/submission-pages.ts";
import { isPublic, isPublicComment } from "#app/domain/submission/visibility.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { TrackedComment } from "../comment-pages.ts";

/** The private page of one comment, for whoever holds its tracking key. */
export async function getTrackedComment(
  author: AuthorActor,
  { locale, now }: { locale: Locale; now: Date },
): Promise<TrackedComment> {
  if (author.of !== "comment") throw notFound();
  const row = await db().comment.findUnique({ where: { id: author.id }, select: columns });
  if (row === null) throw notFound();
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  const { submission } = row;
  const address = row.private?.emailAddress ?? null;
  const dueOn = dayOf(row.dueOn);
  return {
    type: "comment",
    number: row.number,
    review: row.review,
    version: row.version,
    receivedAt: row.receivedAt.toISOString(),
    theme: { slug: row.theme.slug, title: words(row.theme.title) },
    question: row.question && words(row.question.text),
    proposal:
      submission && (isPublic(submission) ? { number: submission.number, title: submission.title } : ("gone" as const)),
    takesStance: submission !== null,
    holder: row.review === "PENDING" ? { desk: null, dueOn, late: isLate(dueOn, isoDate(now)), isPaused: false } : null,
    isPublic: isPublicComment(row),
    text: { body: row.body, displayName: row.displayName, stance: row.stance },
    address: address && {
      masked: maskEmail(address.address),
      confirmed: address.confirmedAt !== null,
      bounced: address.bouncedAt !== null,
      isAsked:
        isAskedToConfirm({ ...row, kind: "COMMENT", isOwn: true }) &&
        !(await isItemConfirmed(db(), { type: "comment", id: author.id })),
    },
    decision: ["RETURNED", "DECLINED", "HIDDEN"].includes(row.review) ? toldDecision(row.decisions[0], locale) : null,
    timeline: await timelineOf({ commentId: author.id }, ["PUBLIC", "AUTHOR"], locale),
    may: { revise: canRevise("COMMENT", row.review), withdraw: canWithdraw("COMMENT", row.review) },
  };
}

const columns = {
  number: true,
  review: true,
  version: true,
  receivedAt: true,
  dueOn: true,
  body: true,
  displayName: true,
  stance: true,
  theme: { select: { slug: true, title: true, ...readingColumns } },
  question: { select: { text: true } },
  submission: { select: { number: true, title: true, kind: true, review: true } },
  parent: { select: { review: true } },
  private: { select: { emailAddress: { select: { address: true, confirmedAt: true, bouncedAt: true } } } },
  decisions: { orderBy: { at: "desc" }, take: 1, select: { reasonLabel: true, explanation: true } },
} as const;
