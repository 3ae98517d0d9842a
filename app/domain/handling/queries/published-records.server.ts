import { visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { HandlingState, ProposalKind } from "#app/domain/submission/submission.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";

/** Something published as open data: what its page shows to everybody, and the answer that stands. */
export type PublishedRecord = {
  number: string;
  kind: ProposalKind | "COMMENT";
  isSample: boolean;
  theme: string;
  question: string | null;
  /** Null for a comment. */
  title: string | null;
  body: string;
  expectedEffect: string | null;
  area: string | null;
  /** As the page signs it: an organization's own name, or the name a citizen chose to show, if any. */
  author: string | null;
  publishedAt: string;
  /** Null for a comment: it is promised no answer. */
  handling: HandlingState | null;
  commentCount: number | null;
  answer: { outcome: string; body: string; desk: string; referral: string | null; publishedAt: string } | null;
  /** Where it is read: on the page of a proposal, or of a theme. */
  on: { proposal: string } | { theme: string };
};

export const proposalColumns = {
  id: true,
  number: true,
  kind: true,
  isSample: true,
  theme: { select: { title: true } },
  question: { select: { text: true } },
  title: true,
  body: true,
  expectedEffect: true,
  area: true,
  displayName: true,
  organizationName: true,
  publishedAt: true,
  handling: true,
  commentCount: true,
  // a superseded draft has no date: it never was public
  answers: {
    where: { state: { in: ["PUBLISHED", "SUPERSEDED"] }, publishedAt: { not: null } },
    orderBy: { answerVersion: "desc" },
    take: 1,
    select: {
      body: true,
      referral: true,
      publishedAt: true,
      desk: { select: { name: true } },
      outcome: { select: { label: true } },
    },
  },
} as const satisfies Prisma.SubmissionSelect;

export type ProposalRow = Prisma.SubmissionGetPayload<{ select: typeof proposalColumns }>;

/** A published proposal as a record, in the words of one language; what people wrote stays as they wrote it. */
export function proposalRecord(row: ProposalRow, locale: Locale): PublishedRecord {
  if (!row.theme || !row.publishedAt) throw new Error(`${row.number} is published without a theme or a date`);
  const say = (text: Prisma.JsonValue) => pick(text as LocalizedText, locale);
  const [answer] = row.answers;
  return {
    number: row.number,
    kind: row.kind as ProposalKind,
    isSample: row.isSample,
    theme: say(row.theme.title),
    question: row.question && say(row.question.text),
    title: row.title,
    body: row.body,
    expectedEffect: row.expectedEffect,
    area: row.area,
    author: row.organizationName ?? row.displayName,
    publishedAt: row.publishedAt.toISOString(),
    handling: row.handling,
    commentCount: row.commentCount,
    answer: answer
      ? {
          outcome: say(answer.outcome.label),
          body: answer.body,
          desk: say(answer.desk.name),
          referral: answer.referral,
          publishedAt: answer.publishedAt?.toISOString() ?? "",
        }
      : null,
    on: { proposal: row.number },
  };
}

const commentColumns = {
  id: true,
  number: true,
  isSample: true,
  theme: { select: { slug: true, title: true } },
  question: { select: { text: true } },
  submission: { select: { number: true } },
  body: true,
  displayName: true,
  publishedAt: true,
} as const satisfies Prisma.CommentSelect;

function commentRecord(
  row: Prisma.CommentGetPayload<{ select: typeof commentColumns }>,
  locale: Locale,
): PublishedRecord {
  const say = (text: Prisma.JsonValue) => pick(text as LocalizedText, locale);
  return {
    number: row.number,
    kind: "COMMENT",
    isSample: row.isSample,
    theme: say(row.theme.title),
    question: row.question && say(row.question.text),
    title: null,
    body: row.body,
    expectedEffect: null,
    area: null,
    author: row.displayName,
    publishedAt: row.publishedAt?.toISOString() ?? "",
    handling: null,
    commentCount: null,
    answer: null,
    on: row.submission ? { proposal: row.submission.number } : { theme: row.theme.slug },
  };
}

/** Of these submissions and comments the records of those that everybody may read, by id. */
export async function publishedRecords(
  { submission, comment }: Record<"submission" | "comment", string[]>,
  locale: Locale,
): Promise<Map<string, PublishedRecord>> {
  const [proposals, comments] = await Promise.all([
    db().submission.findMany({
      where: { AND: [visibleSubmissions(anonymous), { id: { in: submission } }] },
      select: proposalColumns,
    }),
    db().comment.findMany({
      where: { AND: [visibleComments(anonymous), { id: { in: comment } }] },
      select: commentColumns,
    }),
  ]);
  return new Map([
    ...proposals.map((row) => [row.id, proposalRecord(row, locale)] as const),
    ...comments.map((row) => [row.id, commentRecord(row, locale)] as const),
  ]);
}
