import { publicComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import type { MailNewsKind } from "#app/domain/mail/mail-message.ts";
import { publicSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { SearchedNews } from "./follow.ts";
import { loadNews } from "./load-news.server.ts";

/** Whom one entry of a timeline is told to. */
export type Spreading = {
  entryId: string;
  at: Date;
  kind: MailNewsKind;
  /** Of the proposal it is about. */
  number: string | null;
  /** The proposal, and those that are dealt with in its place: who follows one of them is told too. */
  submissionIds: string[];
  /** Null where it is told to those alone who follow the proposal. */
  themeId: string | null;
  /** What searches compare; null as above. */
  searched: SearchedNews | null;
  /** Addresses of those who get a mail of their own about it. */
  authorIds: string[];
  isSample: boolean;
};

const authorOf = { private: { select: { emailAddressId: true } } } as const;

/** @returns null for what is not public (any more), or is no news */
export async function findSpreading(entryId: string): Promise<Spreading | null> {
  const entry = await db().timelineEntry.findUnique({
    where: { id: entryId },
    select: { id: true, at: true, submissionId: true, commentId: true },
  });
  const [news] = await loadNews([entryId]);
  if (entry === null || news === undefined) return null;
  const about = { entryId, at: entry.at, kind: news.kind, number: news.number };
  if (entry.submissionId !== null) return ofSubmission(about, entry.submissionId);
  return entry.commentId === null ? null : ofComment(about, entry.commentId);
}

type About = Pick<Spreading, "entryId" | "at" | "kind" | "number">;

async function ofSubmission(about: About, submissionId: string): Promise<Spreading | null> {
  const row = await db().submission.findFirst({
    where: { AND: [publicSubmissions, { id: submissionId }] },
    select: {
      number: true,
      kind: true,
      handling: true,
      outcomeKey: true,
      searchText: true,
      isSample: true,
      themeId: true,
      theme: { select: { slug: true } },
      ...authorOf,
      mergedFrom: { where: { review: "MERGED" }, select: { id: true, changedAt: true, ...authorOf } },
    },
  });
  if (row === null) return null;
  const isForAll = about.kind === "PROPOSAL" || about.kind === "ANSWER" || about.kind === "ANSWER_AGAIN";
  return {
    ...about,
    submissionIds: [submissionId, ...row.mergedFrom.map(({ id }) => id)],
    themeId: isForAll ? row.themeId : null,
    searched: isForAll ? { ...row, type: "proposal", themeSlug: row.theme?.slug } : null,
    authorIds: addresses([row, ...row.mergedFrom.filter((merged) => isTold(about, merged.changedAt))]),
    isSample: row.isSample,
  };
}

/** Whether the author of what is merged into a proposal has a mail of their own: of every answer, and of the merge at that moment. */
function isTold({ kind, at }: About, mergedAt: Date): boolean {
  switch (kind) {
    case "ANSWER":
    case "ANSWER_AGAIN":
      return true;
    case "JOINED":
      return mergedAt.getTime() === at.getTime();
    default:
      return false;
  }
}

async function ofComment(about: About, commentId: string): Promise<Spreading | null> {
  const row = await db().comment.findFirst({
    where: { AND: [publicComments, { id: commentId }] },
    select: {
      number: true,
      searchText: true,
      isSample: true,
      themeId: true,
      submissionId: true,
      ...authorOf,
      submission: { select: { ...authorOf, mergedFrom: { where: { review: "MERGED" }, select: { id: true } } } },
    },
  });
  if (row === null) return null;
  return {
    ...about,
    submissionIds: row.submissionId
      ? [row.submissionId, ...(row.submission?.mergedFrom ?? []).map(({ id }) => id)]
      : [],
    themeId: row.themeId,
    searched: { type: "comment", number: row.number, searchText: row.searchText },
    authorIds: addresses([row, ...(row.submission ? [row.submission] : [])]),
    isSample: row.isSample,
  };
}

function addresses(rows: readonly { private: { emailAddressId: string | null } | null }[]): string[] {
  return rows.flatMap((row) => row.private?.emailAddressId ?? []);
}
