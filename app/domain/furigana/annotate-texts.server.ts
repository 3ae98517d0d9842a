import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { db } from "#app/platform/database/client.server.ts";
import { NoDictionary, tokenize } from "#app/platform/dictionary/dictionary.server.ts";
import { annotate, type Glossary, hasKanji, makeGlossary, type Part, termsIn } from "./furigana.ts";

/** Where the readings of texts may be kept. `memory`: of what anybody can read. `nothing`: of what only one person may read. */
export type Keep = "memory" | "nothing";

/**
 * The readings of public texts, in this process alone: what is taken off the site leaves nothing in the database, and here it is gone after
 * a day at the latest. At most two million characters of text and readings.
 */
const recent = new LRUCache<string, Part[]>({
  ttl: 24 * 60 * 60_000,
  ttlAutopurge: true,
  maxSize: 2_000_000,
  sizeCalculation: (parts) => 64 + parts.reduce((sum, part) => sum + part[0].length + (part[1]?.length ?? 0), 0),
});

/**
 * The readings of many texts at once: out of memory, and the rest by the glossary and the dictionary, which are then kept as `keep` says.
 * Texts that could not be read are missing in the answer, as are those without kanji.
 */
export async function annotateTexts(texts: readonly string[], keep: Keep): Promise<Map<string, Part[]>> {
  const glossary = await loadGlossary();
  const found = new Map<string, Part[]>();
  const unread: Unread[] = [];
  for (const text of new Set(texts)) {
    if (!hasKanji(text)) continue;
    const key = keyOf(text, glossary);
    const parts = recent.get(key);
    if (parts) found.set(text, parts);
    else unread.push({ key, text });
  }
  for (const { key, text, parts } of await readAnew(unread, glossary)) {
    found.set(text, parts);
    if (keep === "memory") recent.set(key, parts);
  }
  return found;
}

/** The readings of one text that somebody tries out; kept nowhere. Null when the dictionary is not available. */
export async function tryReading(text: string): Promise<Part[] | null> {
  if (!hasKanji(text)) return [text];
  return (await annotateTexts([text], "nothing")).get(text) ?? null;
}

async function loadGlossary(): Promise<Glossary> {
  return makeGlossary(await db().glossaryTerm.findMany({ select: { term: true, reading: true } }));
}

/** A text with the city's words that stand in it: a change of the glossary concerns the texts that hold the word, and no others. */
function keyOf(text: string, glossary: Glossary): string {
  const terms = termsIn(text, glossary).map(({ term, reading }) => [term, reading]);
  return createHash("sha256")
    .update(JSON.stringify([text, terms]))
    .digest("base64url");
}

type Unread = { key: string; text: string };

async function readAnew(unread: readonly Unread[], glossary: Glossary): Promise<(Unread & { parts: Part[] })[]> {
  if (unread.length === 0) return [];
  try {
    const tokens = await tokenize(unread.map(({ text }) => text));
    return unread.map((one, index) => ({ ...one, parts: annotate(one.text, tokens[index] ?? [], glossary) }));
  } catch (error) {
    if (error instanceof NoDictionary) return [];
    throw error;
  }
}
