import { forMatching, matchingView } from "#app/domain/shared/normalize-text.ts";

/** Where a word of the list stands; without a place where the same form is written in a way that cannot be traced back. */
export type FoundWord = { start: number | null; end: number | null };

/** A word that begins or ends with one of these does not count inside a longer one: "ass" is not in "class". */
const latin = /[a-z0-9]/;

/**
 * The words of a list that stand in a text, compared in the form of `forMatching`: whatever the width, the case, the kana.
 *
 * @param words in that form
 */
export function findWords(text: string, words: readonly string[]): FoundWord[] {
  const matched = forMatching(text);
  const present = words.filter((word) => placesOf(matched, word).length > 0);
  if (present.length === 0) return [];
  const view = matchingView(text);
  const traced = view.text.toLowerCase().replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  // lower case of some letters is longer: then nothing can be traced
  const traceable = traced.length === view.text.length;
  return present.flatMap((word): FoundWord[] => {
    const places = traceable ? placesOf(traced, word) : [];
    return places.length === 0
      ? [{ start: null, end: null }]
      : places.map((at) => view.originalRange(at, at + word.length));
  });
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const runsOn = (inside: string | undefined, outside: string | undefined) =>
      latin.test(inside ?? "") && latin.test(outside ?? "");
    if (!runsOn(word[0], text[at - 1]) && !runsOn(word.at(-1), text[at + word.length])) places.push(at);
  }
  return places;
}
