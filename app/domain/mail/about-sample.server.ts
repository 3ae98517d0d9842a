import { db } from "#app/platform/database/client.server.ts";

/**
 * Whether a mail is about a sample submission or a comment that is one, or tells a follower of one: those are invented, addresses and all, and must reach nobody. Asked
 * of the mail in one statement and before it is loaded, so that removing the samples meanwhile cannot make their mail look real: by then
 * the mail is gone too.
 */
export async function isAboutSample(mailId: string): Promise<boolean> {
  const rows = await db().$queryRaw<{ sample: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Submission" AS item WHERE item."id" = mail."submissionId" AND item."isSample")
        OR EXISTS (SELECT FROM "Comment" AS item WHERE item."id" = mail."commentId" AND item."isSample")
        OR mail."template" = 'follow-news' AND EXISTS (
             SELECT FROM jsonb_array_elements_text(mail."params" -> 'entryIds') AS told("id")
               JOIN "TimelineEntry" AS entry ON entry."id" = told."id"::uuid
               LEFT JOIN "Submission" AS proposal ON proposal."id" = entry."submissionId"
               LEFT JOIN "Comment" AS comment ON comment."id" = entry."commentId"
              WHERE proposal."isSample" OR comment."isSample") AS "sample"
      FROM "Mail" AS mail WHERE mail."id" = ${mailId}::uuid`;
  return rows[0]?.sample === true;
}
