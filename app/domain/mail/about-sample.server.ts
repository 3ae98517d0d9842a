import { db } from "#app/platform/database/client.server.ts";

/**
 * Whether a mail is about a sample submission or a comment that is one: those are invented, addresses and all, and must reach nobody. Asked
 * of the mail in one statement and before it is loaded, so that removing the samples meanwhile cannot make their mail look real: by then
 * the mail is gone too.
 */
export async function isAboutSample(mailId: string): Promise<boolean> {
  const rows = await db().$queryRaw<{ sample: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Submission" AS item WHERE item."id" = mail."submissionId" AND item."isSample")
        OR EXISTS (SELECT FROM "Comment" AS item WHERE item."id" = mail."commentId" AND item."isSample") AS "sample"
      FROM "Mail" AS mail WHERE mail."id" = ${mailId}::uuid`;
  return rows[0]?.sample === true;
}
