import { createRequire } from "node:module";
import type { Tokenizer } from "lindera-wasm-nodejs-ipadic";

/** A word as lindera gives it; one it does not know has only the first two. It has 活用型 and 活用形 under each other's name. */
export type LinderaToken = {
  surface: string;
  partOfSpeech: string;
  partOfSpeechSubcategory1?: string;
  partOfSpeechSubcategory2?: string;
  conjugationForm?: string;
  baseForm?: string;
  reading?: string;
};

/**
 * Loads the Japanese dictionary (IPADIC, 13 MB of WebAssembly), which holds up its thread for a second or more.
 *
 * @returns a function that cuts a text into words, without white space
 */
export function loadTokenizer(): (text: string) => LinderaToken[] {
  // required and not imported, so that a process that never asks does not load the dictionary
  const { TokenizerBuilder } = createRequire(import.meta.url)(
    "lindera-wasm-nodejs-ipadic",
  ) as typeof import("lindera-wasm-nodejs-ipadic");
  const builder = new TokenizerBuilder();
  builder.setDictionary("embedded://ipadic");
  builder.setMode("normal");
  const tokenizer: Tokenizer = builder.build();
  return (text) => tokenizer.tokenize(text) as LinderaToken[];
}
