import { forMatching, matchingView } from "#app/domain/shared/normalize-text.ts";
import { wordPlaces } from "#app/domain/shared/word-places.ts";

/** Where a word of the list stands; without a place where the same form is written in a way that cannot be traced back. */
export type FoundWord = { start: number | null; end: number | null };

/**
 * The words of a list that stand in a text, compared in the form of `forMatching`: whatever the width, the case, the kana.
 *
 * @param words in that form
 */
export function findWords(text: string, words: readonly string[]): FoundWord[] {
  const matched = forMatching(text);
  const present = words.filter((word) => wordPlaces(matched, word).length > 0);
  if (present.length === 0) return [];
  const view = matchingView(text);
  const traced = view.text.toLowerCase().replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  // lower case of some letters is longer: then nothing can be traced
  const traceable = traced.length === view.text.length;
  return present.flatMap((word): FoundWord[] => {
    const places = traceable ? wordPlaces(traced, word) : [];
    return places.length === 0
      ? [{ start: null, end: null }]
      : places.map((at) => view.originalRange(at, at + word.length));
  });
}
