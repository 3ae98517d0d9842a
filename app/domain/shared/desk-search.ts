import { bigrams, maximumQueryBigrams, searchText } from "./normalize-text.ts";
import { digitsOf } from "./phone-number.ts";

type Parts = readonly (string | null | undefined)[];

/** What staff find an item by: the words that everybody on the desk may read, and those that only who may reach its author may. */
export type DeskSearchColumns = {
  deskText: string;
  deskTokens: string[];
  contactText: string;
  contactTokens: string[];
};

/** The columns of an item's search row, in the form of the public search. */
export function deskSearchColumns({ desk, contact }: { desk: Parts; contact: Parts }): DeskSearchColumns {
  const [deskText, contactText] = [searchText(desk), searchText(contact)];
  return { deskText, deskTokens: bigrams(deskText), contactText, contactTokens: bigrams(contactText) };
}

/** A telephone number to be found by: as it is grouped, and its digits alone. */
export function phoneParts(phone: string | null | undefined): Parts {
  return phone ? [phone, digitsOf(phone)] : [];
}

/**
 * What one word of a search is looked for as, each with the bigrams the index is asked for: itself; and what can only be a telephone number
 * also as its digits, since nobody remembers how it was grouped.
 */
export function spellings(term: string): { text: string; bigrams: string[] }[] {
  const texts = /^0\d{1,4}-\d{1,4}-?\d{3,4}$/.test(term) ? [term, digitsOf(term)] : [term];
  return texts.map((text) => ({ text, bigrams: bigrams(text, maximumQueryBigrams) }));
}
