import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { bigrams, forMatching } from "#app/domain/shared/normalize-text.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { SimilarSubmission } from "../arrangement-page.ts";
import { mayDecide } from "../moderation.ts";
import { phrasesOf } from "../similar-text.ts";

/** How many are offered, and the least share of pairs of letters that two texts must have in common to be called alike. */
const most = 5;
const leastAlike = 0.08;
/** A phrase that so many submissions hold is common. Of such phrases so many are looked for, the rarest: they say less, and take longer. */
const common = 400;
const mostCommon = 3;
/** Of each phrase, how many that hold it are looked at: a phrase that more hold says little. */
const perPhrase = 40;
/** How many are compared with the whole text: those in which the most phrases were met, and those that few others hold. */
const compared = 60;

/**
 * What a submission might be a second copy of: of the same kind, in review or public, the most alike first. Looked for by phrases of its title
 * and text through the index of pairs of letters, then compared by how many pairs both have: the cost does not grow with what is stored.
 */
export async function findSimilar(viewer: StaffActor, submissionId: string): Promise<SimilarSubmission[]> {
  if (!mayDecide(viewer)) throw forbidden();
  const own = await db().submission.findFirst({
    where: { AND: [visibleSubmissions(viewer), { id: submissionId }] },
    select: { id: true, kind: true, isSample: true, title: true, body: true, searchTokens: true },
  });
  if (own === null || own.kind === "INQUIRY") throw notFound();
  const phrases = await worthLooking(
    phrasesOf(own.title, own.body)
      .map((phrase) => bigrams(forMatching(phrase)))
      .filter((pairs) => pairs.length > 0),
  );
  if (phrases.length === 0) return [];
  // Each phrase is a value of its own: only so does the database know, as it plans, which of them are rare, and looks them up in the index.
  const holding = phrases.map(
    (tokens) => Prisma.sql`
      (SELECT "id", 1.0::float / count(*) OVER () AS "says" FROM (
         SELECT "id" FROM "Submission"
          WHERE "searchTokens" @> ${tokens}::text[] AND "review" IN ('PENDING', 'PUBLISHED') AND "kind" = ${own.kind}::"SubmissionKind"
            AND "isSample" = ${own.isSample} AND "id" <> ${own.id}::uuid
          LIMIT ${perPhrase}) AS holding)`,
  );
  return db().$queryRaw<SimilarSubmission[]>`
    WITH met AS (${Prisma.join(holding, " UNION ALL ")}),
         candidate AS (SELECT "id" FROM met GROUP BY "id" ORDER BY sum("says") DESC, "id" LIMIT ${compared}),
         -- kept, or what both have in common would be counted anew wherever it is used
         compared AS MATERIALIZED (
           SELECT submission."number", submission."title", submission."review"::text AS "review",
                  cardinality(submission."searchTokens") AS size,
                  (SELECT count(*) FROM unnest(submission."searchTokens") AS token WHERE token = ANY(${own.searchTokens}::text[])) AS shared
             FROM candidate JOIN "Submission" AS submission USING ("id")
         )
    SELECT "number", "title", "review" FROM compared
     WHERE shared::float / greatest(size + ${own.searchTokens.length}::int - shared, 1) >= ${leastAlike}::float
     ORDER BY shared::float / greatest(size + ${own.searchTokens.length}::int - shared, 1) DESC, "number"
     LIMIT ${most}`;
}

/**
 * The phrases worth looking for: all that are rare, and of the common ones those that the fewest submissions hold. How many hold a phrase, the
 * database's own statistics say, by pairs of letters; before it has any, no phrase counts as common.
 */
async function worthLooking(phrases: readonly string[][]): Promise<string[][]> {
  const known = await db().$queryRaw<{ pair: string; holders: number }[]>`
    SELECT "pair", "share"::float * "reltuples"::float AS "holders"
      FROM pg_class JOIN pg_namespace ON pg_namespace.oid = "relnamespace"
      JOIN pg_stats ON "schemaname" = "nspname" AND "tablename" = "relname"
     CROSS JOIN LATERAL unnest("most_common_elems"::text::text[], "most_common_elem_freqs") AS known("pair", "share")
     WHERE pg_class.oid = '"Submission"'::regclass AND "attname" = 'searchTokens' AND "pair" = ANY(${phrases.flat()}::text[])`;
  const holdersOf = new Map(known.map(({ pair, holders }) => [pair, holders]));
  const holders = (pairs: string[]) => Math.min(...pairs.map((pair) => holdersOf.get(pair) ?? 0));
  const rarestFirst = phrases.toSorted((one, other) => holders(one) - holders(other));
  const rare = rarestFirst.filter((pairs) => holders(pairs) < common);
  return rarestFirst.slice(0, rare.length + mostCommon);
}
