import { forMatching } from "#app/domain/shared/normalize-text.ts";

/** A piece of a text; `isMatch` where it is one of the words looked for. */
export type SnippetPart = { text: string; isMatch: boolean };

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Characters shown of a text, and how many of them stand before the first word found. */
const shownCharacters = 120;
const shownBefore = 30;

const folds = new Map<string, string>();

/** A character in the form of {@link forMatching}, except what depends on its neighbours; a long-vowel mark stays. */
function fold(character: string): string {
  if (character === "ー" || character === "ｰ") return "ー";
  const known = folds.get(character);
  if (known !== undefined) return known;
  const folded = /^\s$/u.test(character) ? " " : forMatching(character);
  if (folds.size < 5_000) folds.set(character, folded);
  return folded;
}

/**
 * The part of a text around the first word found, with every word in it marked. White space becomes one space. Where a word was found by
 * a rule that looks at several characters (3ヶ月 = 3か月) it may stay unmarked: the marks help reading and decide nothing.
 *
 * @param terms in the form of `queryTerms`
 * @param whole true: the whole text, for titles
 */
export function snippet(text: string, terms: readonly string[], whole = false): SnippetPart[] {
  const characters = [...graphemes.segment(text.replace(/\s+/g, " ").trim())].map(({ segment }) => segment);
  const { folded, owner } = foldedView(characters);
  const isMatch = new Uint8Array(characters.length);
  for (const term of terms) {
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length)) {
      isMatch.fill(1, owner[at], (owner[at + term.length - 1] ?? 0) + 1);
    }
  }
  const first = isMatch.indexOf(1);
  const from = whole || first <= shownBefore || characters.length <= shownCharacters ? 0 : first - shownBefore;
  const to = whole ? characters.length : Math.min(characters.length, from + shownCharacters);
  const parts: SnippetPart[] = [];
  const add = (piece: string, marked: boolean) => {
    const last = parts.at(-1);
    if (last && last.isMatch === marked) last.text += piece;
    else parts.push({ text: piece, isMatch: marked });
  };
  if (from > 0) add("…", false);
  for (let index = from; index < to; index += 1) add(characters[index] ?? "", isMatch[index] === 1);
  if (to < characters.length) add("…", false);
  return parts;
}

function foldedView(characters: readonly string[]): { folded: string; owner: number[] } {
  let folded = "";
  const owner: number[] = [];
  for (const [index, character] of characters.entries()) {
    const piece = fold(character);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) owner.push(index);
  }
  return { folded, owner };
}
