import type { Actor } from "#app/domain/shared/actor.ts";
import { batchSize, everyPage } from "#app/domain/shared/every-page.ts";
import { dateKey, type KeysetSort, keysetPage } from "#app/domain/shared/keyset.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { publicSubmissions, visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { HandlingState, ProposalKind } from "#app/domain/submission/submission.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";

/** A published proposal as open data: what its page shows to everybody, and the answer that stands. */
export type ProposalRecord = {
  number: string;
  kind: ProposalKind;
  isSample: boolean;
  theme: string;
  question: string | null;
  title: string;
  body: string;
  expectedEffect: string | null;
  area: string | null;
  /** As the page signs it: an organization's own name, or the name a citizen chose to show, if any. */
  author: string | null;
  publishedAt: string;
  handling: HandlingState;
  commentCount: number;
  answer: { outcome: string; body: string; desk: string; referral: string | null; publishedAt: string } | null;
};

const columns = {
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

type Row = Prisma.SubmissionGetPayload<{ select: typeof columns }>;

const oldestFirst: KeysetSort<Row> = {
  column: "publishedAt",
  direction: "asc",
  keyOf: (row) => row.publishedAt?.toISOString() ?? "",
  ...dateKey,
};

/** Everything that is published, oldest first, in the words of one language; what people wrote stays as they wrote it. */
export function exportProposals(viewer: Actor, locale: Locale): AsyncGenerator<ProposalRecord[]> {
  const say = (text: Prisma.JsonValue) => pick(text as LocalizedText, locale);
  return everyPage(async (after) => {
    const page = await keysetPage<Row>({ after, size: batchSize }, oldestFirst, ({ where, orderBy, take }) =>
      db().submission.findMany({
        where: { AND: [visibleSubmissions(viewer), publicSubmissions, ...where] },
        orderBy,
        take,
        select: columns,
      }),
    );
    return { items: page.items.map((row) => recordOf(row, say)), next: page.next };
  });
}

function recordOf(row: Row, say: (text: Prisma.JsonValue) => string): ProposalRecord {
  if (!row.theme || !row.publishedAt) throw new Error(`${row.number} is published without a theme or a date`);
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
  };
}
