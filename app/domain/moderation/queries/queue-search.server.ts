import { isModerator, type StaffActor } from "#app/domain/shared/actor.ts";
import { spellings } from "#app/domain/shared/desk-search.ts";
import { likeLiteral, readSearch } from "#app/domain/shared/search-query.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";

/**
 * The items that hold every word of a search, as a condition on submissions and on comments; a receipt number finds what has it. Everybody
 * on the desk finds items by what they may read of them. By how to reach the author, and by what is confidential, only moderators do: whoever
 * may not see it must not learn from what is found whether a guess was right, and officers see it item by item, each view recorded.
 */
export function foundBy(
  viewer: StaffActor,
  typed: string | null,
): Prisma.SubmissionWhereInput & Prisma.CommentWhereInput {
  const query = readSearch(typed);
  if (query === null) return {};
  const number = parseReceiptNumber(query.text);
  if (number !== null) return { number };
  const seesContact = isModerator(viewer);
  return {
    search: { AND: query.terms.map((term) => ({ OR: spellings(term).flatMap((one) => holds(one, seesContact)) })) },
  };
}

/** The index narrows by pairs of letters; LIKE then compares the word itself, also one of one letter. */
function holds({ text, bigrams }: ReturnType<typeof spellings>[number], seesContact: boolean) {
  const [contains, hasEvery] = [likeLiteral(text), bigrams];
  const inDesk = { deskText: { contains }, ...(hasEvery.length > 0 && { deskTokens: { hasEvery } }) };
  const inContact = { contactText: { contains }, ...(hasEvery.length > 0 && { contactTokens: { hasEvery } }) };
  return seesContact ? [inDesk, inContact] : [inDesk];
}
