import type { Stance } from "#app/domain/comment/comment.ts";
import { publicComments, visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { dateKey, keysetPage } from "#app/domain/shared/keyset.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { Page } from "#app/domain/shared/page.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";

export type Reply = {
  id: string;
  number: string;
  author: string | null;
  body: string;
  locale: Locale;
  publishedAt: string;
  isSample: boolean;
};

/** Which comments of a conversation: after or before a cursor, or the first ones. */
export type ThreadRequest = { after?: string | undefined; before?: string | undefined };

/** A comment with its replies; `question` where it answers one of the theme's questions. */
export type Thread = Reply & { stance: Stance | null; question: string | null; replies: Reply[] };

export type ThreadPage = Page<Thread>;

/** Comments on one page. Replies come with their comment, at most `repliesShown` of each. */
const threadsPerPage = 20;
const repliesShown = 50;

const replyColumns = {
  id: true,
  number: true,
  displayName: true,
  body: true,
  locale: true,
  publishedAt: true,
  isSample: true,
} as const satisfies Prisma.CommentSelect;

const threadColumns = {
  ...replyColumns,
  stance: true,
  replyCount: true,
  question: { select: { text: true } },
} as const satisfies Prisma.CommentSelect;

type ThreadRow = Prisma.CommentGetPayload<{ select: typeof threadColumns }>;

/** Comments on a proposal, oldest first, as a conversation is read. */
export function listProposalComments(viewer: Actor, submissionId: string, locale: Locale, request: ThreadRequest) {
  return listThreads(viewer, { submissionId }, locale, request, "asc");
}

/** Comments on a theme and on its questions, newest first. */
export function listThemeComments(viewer: Actor, themeId: string, locale: Locale, request: ThreadRequest) {
  return listThreads(viewer, { themeId, submissionId: null }, locale, request, "desc");
}

async function listThreads(
  viewer: Actor,
  on: Prisma.CommentWhereInput,
  locale: Locale,
  request: ThreadRequest,
  direction: "asc" | "desc",
): Promise<ThreadPage> {
  const visible: Prisma.CommentWhereInput = { AND: [visibleComments(viewer), publicComments] };
  const page = await keysetPage<ThreadRow>(
    { ...request, size: threadsPerPage },
    {
      column: "publishedAt",
      direction,
      keyOf: (row) => row.publishedAt?.toISOString() ?? "",
      ...dateKey,
    },
    ({ where, orderBy, take }) =>
      db().comment.findMany({
        where: { AND: [visible, { ...on, parentId: null }, ...where] },
        orderBy,
        take,
        select: threadColumns,
      }),
  );
  const withReplies = page.items.filter((row) => row.replyCount > 0).map((row) => row.id);
  const replies =
    withReplies.length === 0
      ? []
      : await db().comment.findMany({
          where: { AND: [visible, { parentId: { in: withReplies } }] },
          orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
          take: threadsPerPage * repliesShown,
          select: { ...replyColumns, parentId: true },
        });
  return {
    ...page,
    items: page.items.map((row) => ({
      ...shown(row),
      stance: row.stance,
      question: row.question ? pick(row.question.text as LocalizedText, locale) : null,
      replies: replies.filter((reply) => reply.parentId === row.id).map(shown),
    })),
  };
}

function shown(row: Prisma.CommentGetPayload<{ select: typeof replyColumns }>): Reply {
  return {
    id: row.id,
    number: row.number,
    author: row.displayName,
    body: row.body,
    locale: row.locale,
    publishedAt: row.publishedAt?.toISOString() ?? "",
    isSample: row.isSample,
  };
}
