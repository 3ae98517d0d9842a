import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { seldom } from "./queue-search.server.ts";

/** What has one and the same text, as conditions. */
export type Copies = { submissions: Prisma.SubmissionWhereInput; comments: Prisma.CommentWhereInput };

/**
 * The items with one print, as a condition on submissions and one on comments. Looked up here while they are few, for the same reason as words:
 * left to itself the database walks through a whole heap to find that no comment of it has the text.
 */
export async function findCopies(print: string | null): Promise<Copies> {
  if (print === null) return { submissions: {}, comments: {} };
  const of = (column: "submissionId" | "commentId") =>
    db().textPrint.findMany({
      where: { print, [column]: { not: null } },
      take: seldom + 1,
      select: { submissionId: true, commentId: true },
    });
  const [submissions, comments] = await Promise.all([of("submissionId"), of("commentId")]);
  const within = (ids: (string | null)[]) =>
    ids.length > seldom ? { print: { print } } : { id: { in: ids.filter((id) => id !== null) } };
  return {
    submissions: within(submissions.map(({ submissionId }) => submissionId)),
    comments: within(comments.map(({ commentId }) => commentId)),
  };
}
