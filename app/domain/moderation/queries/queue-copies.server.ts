import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { idsByType } from "../load-reviewed.server.ts";
import { countLimit, type QueueRow, type SameText } from "../queue.ts";
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

/** Of the rows of a page those whose text others have, too, by their ids: one statement, which counts no further than it is shown. */
export async function countCopies(rows: Pick<QueueRow, "id" | "type">[]): Promise<Record<string, SameText>> {
  if (rows.length === 0) return {};
  const { submission, comment } = idsByType(rows);
  const found = await db().$queryRaw<(SameText & { id: string })[]>`
    WITH own AS (
      SELECT "submissionId" AS id, print FROM "TextPrint" WHERE "submissionId" = ANY(${submission}::uuid[])
      UNION ALL
      SELECT "commentId", print FROM "TextPrint" WHERE "commentId" = ANY(${comment}::uuid[])
    ), texts AS (
      SELECT print, (
        SELECT count(*)::int FROM (SELECT FROM "TextPrint" WHERE print = one.print LIMIT ${countLimit}) AS counted
      ) AS count
      FROM (SELECT DISTINCT print FROM own WHERE print IS NOT NULL) AS one
    )
    SELECT id, print, count FROM own JOIN texts USING (print) WHERE count > 1`;
  return Object.fromEntries(found.map(({ id, ...same }) => [id, same]));
}
