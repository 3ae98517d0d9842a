/*
 * The Japanese dictionary in a thread of its own: loading it takes about a second and a long page tenths of one, in which the main thread
 * would answer nobody. `dictionary.server.ts` speaks with it.
 */
import type { Token } from "#app/domain/furigana/token.ts";
import { answerQuestions } from "../threads/answer-questions.ts";
import { type LinderaToken, loadTokenizer } from "./tokenizer.ts";

const tokenize = loadTokenizer();

/** What the dictionary does not know has neither reading nor divisions. */
function token({ surface, reading, partOfSpeech, ...divisions }: LinderaToken): Token {
  const isKnown = partOfSpeech !== "UNK" && reading !== undefined && reading !== "*";
  return {
    surface,
    reading: isKnown ? reading : null,
    kind: [partOfSpeech, divisions.partOfSpeechSubcategory1 ?? "*", divisions.partOfSpeechSubcategory2 ?? "*"],
  };
}

answerQuestions((texts: readonly string[]) => texts.map((text) => tokenize(text).map(token)));
