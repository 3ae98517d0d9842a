import { bigrams, searchText } from "#app/domain/shared/normalize-text.ts";

/** The search columns of a comment: its words and the name it is shown under. */
export function commentSearchColumns(text: { body: string; displayName: string | null }): {
  searchText: string;
  searchTokens: string[];
} {
  const words = searchText([text.body, text.displayName]);
  return { searchText: words, searchTokens: bigrams(words) };
}
