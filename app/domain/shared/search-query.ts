import { forMatching, queryBigrams, queryTerms } from "./normalize-text.ts";

/** Longest search, in characters. What is longer is cut: nobody types that much to find something. */
export const longestSearch = 100;

/** Most results of one kind. */
export const mostResults = 50;

export type SearchQuery = {
  /** As typed, without what was cut. */
  text: string;
  isCut: boolean;
  /** The words in the form in which texts are compared; all of them must occur. */
  terms: string[];
  /** What the index is asked for; empty when no word has two letters. */
  bigrams: string[];
};

/** Reads what somebody typed into the search field. Without a word in it there is nothing to look for: null. */
export function readSearch(typed: string | null): SearchQuery | null {
  const characters = [...(typed ?? "").toWellFormed().trim()];
  const text = characters.slice(0, longestSearch).join("").trim();
  const terms = queryTerms(text);
  if (terms.length === 0) return null;
  return { text, isCut: characters.length > longestSearch, terms, bigrams: queryBigrams(text) };
}

/** A word for LIKE: `%`, `_` and the escape character itself stand for nothing but themselves. */
export function likeLiteral(term: string): string {
  return term.replace(/[\\%_]/g, "\\$&");
}

/** Whether texts hold every word of a search; for the few rows that have no search columns. */
export function holdsAll(texts: readonly string[], terms: readonly string[]): boolean {
  const text = texts.map(forMatching).join("\n");
  return terms.every((term) => text.includes(term));
}
