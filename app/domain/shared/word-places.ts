/** A word that begins or ends with one of these does not count inside a longer one: "ass" is not in "class". */
const latin = /[a-z0-9]/;

/**
 * Where a word stands in a text, as places of its first character; none of them overlap. Japanese words count anywhere, Latin ones only as
 * words of their own.
 *
 * @param text and `word` both in the form of `forMatching`; `word` not empty
 */
export function wordPlaces(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const runsOn = (inside: string | undefined, outside: string | undefined) =>
      latin.test(inside ?? "") && latin.test(outside ?? "");
    if (!runsOn(word[0], text[at - 1]) && !runsOn(word.at(-1), text[at + word.length])) places.push(at);
  }
  return places;
}
