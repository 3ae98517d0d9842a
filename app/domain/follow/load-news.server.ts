import { publicComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import type { MailNews, MailNewsKind } from "#app/domain/mail/mail-message.ts";
import { compareTexts } from "#app/domain/shared/compare-texts.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { mergedInPublic, publicSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { TimelineEvent } from "#app/domain/submission/timeline.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { paths } from "#app/routes/paths.ts";

const theme = { select: { title: true } } as const;
const label = { select: { label: true } } as const;

const submissionColumns = {
  id: true,
  number: true,
  title: true,
  body: true,
  displayName: true,
  organizationName: true,
  theme,
  // a superseded version was public once if it has a date
  answers: {
    where: { state: { in: ["PUBLISHED", "SUPERSEDED"] }, publishedAt: { not: null } },
    orderBy: { answerVersion: "asc" },
    select: { publishedAt: true, body: true, referral: true, desk: { select: { name: true } }, outcome: label },
  },
  mergedFrom: { where: mergedInPublic, orderBy: { number: "asc" }, take: 50, select: { number: true } },
} as const satisfies Prisma.SubmissionSelect;

const commentColumns = {
  id: true,
  number: true,
  body: true,
  displayName: true,
  theme: { select: { slug: true, title: true } },
  submission: { select: { number: true, title: true } },
} as const satisfies Prisma.CommentSelect;

type SubmissionRow = Prisma.SubmissionGetPayload<{ select: typeof submissionColumns }>;
type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentColumns }>;

/**
 * Entries of timelines as news, in the order in which they happened: only those whose item everybody may read at this moment. Of a comment its
 * publication alone is news. Of an answer it
 * gives the version that the entry is about, with what it changed in the one before.
 */
export async function loadNews(entryIds: readonly string[]): Promise<MailNews[]> {
  const entries = await db().timelineEntry.findMany({
    where: { id: { in: [...entryIds] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, at: true, event: true, submissionId: true, commentId: true },
  });
  const idsOf = (column: "submissionId" | "commentId") => entries.flatMap((entry) => entry[column] ?? []);
  const [submissions, comments] = await Promise.all([
    db().submission.findMany({
      where: { AND: [publicSubmissions, { id: { in: idsOf("submissionId") } }] },
      select: submissionColumns,
    }),
    db().comment.findMany({
      where: { AND: [publicComments, { id: { in: idsOf("commentId") } }] },
      select: commentColumns,
    }),
  ]);
  const submissionOf = new Map(submissions.map((row) => [row.id, row]));
  const commentOf = new Map(comments.map((row) => [row.id, row]));
  return entries.flatMap(({ event, at, submissionId, commentId }) => {
    const submission = submissionOf.get(submissionId ?? "");
    if (submission) return newsOfSubmission(submission, event, at) ?? [];
    const comment = commentOf.get(commentId ?? "");
    return comment && event === "PUBLISHED" ? newsOfComment(comment, at) : [];
  });
}

function newsOfSubmission(row: SubmissionRow, event: TimelineEvent, at: Date): MailNews | null {
  const about = {
    on: isoDate(at),
    number: row.number,
    title: row.title,
    theme: (row.theme?.title ?? {}) as LocalizedText,
    author: null,
    body: null,
    others: [],
    answer: null,
    changes: null,
    path: paths.proposal(row.number),
  };
  const kind = kinds[event];
  if (kind === undefined) return null;
  if (kind === "ANSWER") return newsOfAnswer(row, at, about);
  if (kind === "PROPOSAL") return { ...about, kind, body: row.body, author: row.organizationName ?? row.displayName };
  return { ...about, kind, others: kind === "JOINED" ? row.mergedFrom.map(({ number }) => number) : [] };
}

/** What an entry about a proposal is as news. */
const kinds: Partial<Record<TimelineEvent, MailNewsKind>> = {
  PUBLISHED: "PROPOSAL",
  ANSWERED: "ANSWER",
  MOVED: "MOVED",
  JOINED: "JOINED",
  SEPARATED: "SEPARATED",
};

/** The version published at the moment of the entry; both are written in one transaction. */
function newsOfAnswer(row: SubmissionRow, at: Date, about: Omit<MailNews, "kind">): MailNews | null {
  const index = row.answers.findIndex(({ publishedAt }) => publishedAt?.getTime() === at.getTime());
  const answer = row.answers[index];
  if (answer === undefined) return null;
  const before = row.answers[index - 1];
  const outcome = answer.outcome.label as LocalizedText;
  const outcomeBefore = before ? (before.outcome.label as LocalizedText) : null;
  return {
    ...about,
    kind: before ? "ANSWER_AGAIN" : "ANSWER",
    body: answer.body,
    answer: {
      desk: answer.desk.name as LocalizedText,
      outcome,
      before: outcomeBefore?.ja === outcome.ja ? null : outcomeBefore,
      referral: answer.referral,
    },
    changes: before ? compareTexts(before.body, answer.body) : null,
  };
}

function newsOfComment(row: CommentRow, at: Date): MailNews {
  const page = row.submission ? paths.proposal(row.submission.number) : paths.theme(row.theme.slug);
  return {
    kind: "COMMENT",
    on: isoDate(at),
    number: row.submission?.number ?? null,
    title: row.submission?.title ?? null,
    theme: row.theme.title as LocalizedText,
    author: row.displayName,
    body: row.body,
    others: [],
    answer: null,
    changes: null,
    path: `${page}#${row.number}`,
  };
}
