import { loadTokenizer } from "#app/platform/dictionary/tokenizer.ts";
import type { Morpheme } from "./plain-japanese.ts";

let tokenize: ReturnType<typeof loadTokenizer> | undefined;

/**
 * Splits Japanese text into words with the IPA dictionary. The dictionary (tens of megabytes) is unpacked at the first call, which holds up the
 * process for a second or more, so this is for scripts and tests and not for requests; after that a sentence takes well under a millisecond.
 *
 * @returns the words in order, without white space
 */
export function analyseJapanese(text: string): Morpheme[] {
  tokenize ??= loadTokenizer();
  return tokenize(text).map((token) => ({
    surface: token.surface,
    base: token.baseForm ?? token.surface,
    wordClass: token.partOfSpeech,
    subclass: token.partOfSpeechSubcategory1 ?? "*",
    inflection: token.conjugationForm ?? "*",
  }));
}
