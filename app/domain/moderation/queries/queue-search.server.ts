import { isModerator, type StaffActor } from "#app/domain/shared/actor.ts";
import { spellings } from "#app/domain/shared/desk-search.ts";
import { likeLiteral, readSearch } from "#app/domain/shared/search-query.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";

/** What a search finds, as conditions. */
export type Found = { submissions: Prisma.SubmissionWhereInput; comments: Prisma.CommentWhereInput };

/** So many items at most are named one by one. More of them are met soon enough on the way through a heap. */
export const seldom = 2_000;

/**
 * The items that hold every word of a search, as a condition on submissions and one on comments; a receipt number finds what has it. Everybody
 * on the desk finds items by what they may read of them. By how to reach the author, and by what is confidential, only moderators do: whoever
 * may not see it must not learn from what is found whether a guess was right, and officers see it item by item, each view recorded.
 *
 * Words that few items hold are looked up in the index of pairs of letters here; with what many hold the heap is walked through until the page
 * is full. Left to itself the database cannot tell the one from the other: pairs of letters, and a word and its pairs, come together.
 */
export async function findWords(viewer: StaffActor, typed: string | null): Promise<Found> {
  const query = readSearch(typed);
  if (query === null) return { submissions: {}, comments: {} };
  const number = parseReceiptNumber(query.text);
  if (number !== null) return { submissions: { number }, comments: { number } };
  const seesContact = isModerator(viewer);
  const search = {
    AND: query.terms.map((term) => ({ OR: spellings(term).flatMap(({ text }) => holds(text, seesContact)) })),
  };
  const pairs = pairsIn(query.terms, seesContact);
  const [submissions, comments] = await Promise.all([
    few(Prisma.sql`SELECT "submissionId"::text AS id FROM "SubmissionSearch"`, pairs),
    few(Prisma.sql`SELECT "commentId"::text AS id FROM "CommentSearch"`, pairs),
  ]);
  return {
    submissions: { ...(submissions && { id: { in: submissions } }), search },
    comments: { ...(comments && { id: { in: comments } }), search },
  };
}

/** LIKE compares the word itself, also one of one letter. */
function holds(text: string, seesContact: boolean) {
  const contains = likeLiteral(text);
  const inDesk = { deskText: { contains } };
  return seesContact ? [inDesk, { contactText: { contains } }] : [inDesk];
}

/** For each word the pairs of letters that an item holds which holds the word; words of one letter have none. */
function pairsIn(terms: readonly string[], seesContact: boolean): Prisma.Sql[] {
  return terms.flatMap((term) => {
    const spelt = spellings(term).map(({ bigrams }) => bigrams);
    if (spelt.some((pairs) => pairs.length === 0)) return [];
    const either = spelt.flatMap((pairs) => [
      Prisma.sql`"deskTokens" @> ${pairs}::text[]`,
      ...(seesContact ? [Prisma.sql`"contactTokens" @> ${pairs}::text[]`] : []),
    ]);
    return [Prisma.sql`(${Prisma.join(either, " OR ")})`];
  });
}

/** The ids of the items with these pairs, if they are few; null if they are many, or without a pair to look for. */
async function few(items: Prisma.Sql, pairs: readonly Prisma.Sql[]): Promise<string[] | null> {
  if (pairs.length === 0) return null;
  const rows = await db().$queryRaw<{ id: string }[]>`
    ${items} WHERE ${Prisma.join([...pairs], " AND ")} LIMIT ${seldom + 1}`;
  return rows.length > seldom ? null : rows.map(({ id }) => id);
}
