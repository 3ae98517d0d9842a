import { parentPort } from "node:worker_threads";
import type { Token } from "#app/domain/furigana/token.ts";
import { type LinderaToken, loadTokenizer } from "./tokenizer.ts";

/**
 * The Japanese dictionary in a thread of its own: loading it takes about a second and a long page tenths of one, in which the main thread
 * would answer nobody. `dictionary.server.ts` starts it and speaks with it.
 */
export type Question = { id: number; texts: readonly string[] };
export type Answer = { id: number; tokens: Token[][] };

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

parentPort?.on("message", ({ id, texts }: Question) => {
  const tokens = texts.map((text) => tokenize(text).map(token));
  parentPort?.postMessage({ id, tokens } satisfies Answer);
});
