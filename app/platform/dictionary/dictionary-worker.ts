import { parentPort } from "node:worker_threads";
import { TokenizerBuilder } from "lindera-wasm-nodejs-ipadic";
import type { Token } from "#app/domain/furigana/token.ts";

/**
 * The Japanese dictionary (IPADIC, 13 MB of WebAssembly) in a thread of its own: loading it takes about a second and a long page tenths of
 * one, in which the main thread would answer nobody. `dictionary.server.ts` starts it and speaks with it.
 */
export type Question = { id: number; texts: readonly string[] };
export type Answer = { id: number; tokens: Token[][] };

/** A word as lindera gives it; what it does not know has neither reading nor divisions. */
type LinderaToken = {
  surface: string;
  reading?: string;
  partOfSpeech: string;
  partOfSpeechSubcategory1?: string;
  partOfSpeechSubcategory2?: string;
};

const builder = new TokenizerBuilder();
builder.setDictionary("embedded://ipadic");
builder.setMode("normal");
const tokenizer = builder.build();

function token({ surface, reading, partOfSpeech, ...divisions }: LinderaToken): Token {
  const isKnown = partOfSpeech !== "UNK" && reading !== undefined && reading !== "*";
  return {
    surface,
    reading: isKnown ? reading : null,
    kind: [partOfSpeech, divisions.partOfSpeechSubcategory1 ?? "*", divisions.partOfSpeechSubcategory2 ?? "*"],
  };
}

parentPort?.on("message", ({ id, texts }: Question) => {
  const tokens = texts.map((text) => (tokenizer.tokenize(text) as LinderaToken[]).map(token));
  parentPort?.postMessage({ id, tokens } satisfies Answer);
});
