import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import { NoDictionary, tokenize } from "#app/platform/dictionary/dictionary.server.ts";
import { log } from "#app/platform/log.ts";
import {
  annotate,
  type Glossary,
  hasKanji,
  type Mark,
  makeGlossary,
  marksOf,
  type Part,
  partsOf,
  termsIn,
} from "./furigana.ts";

/**
 * How long the readings of texts may be kept. `database`: of what anybody can read under an address of its own. `memory`: of what anybody
 * can read but whoever asks decides what it is (a search). `nothing`: of what only one person may read.
 */
export type Keep = "database" | "memory" | "nothing";

/** Goes up when the rules in this folder read differently: texts stored before are then read anew. */
const rules = 1;

/** Size of the memory in front of the database, in characters of text and readings. */
const recent = new LRUCache<string, Part[]>({
  maxSize: 2_000_000,
  sizeCalculation: (parts) => 64 + parts.reduce((sum, part) => sum + part[0].length + (part[1]?.length ?? 0), 0),
});

/**
 * The readings of many texts at once: out of memory, out of the database, and the rest by the glossary and the dictionary, which are then
 * kept as `keep` says. Texts that could not be read are missing in the answer, as are those without kanji.
 *
 * The database keeps the readings and where they stand, not the text: of what is taken off the site only readings of single words stay, until they are cleared.
 */
export async function annotateTexts(texts: readonly string[], keep: Keep): Promise<Map<string, Part[]>> {
  const glossary = await loadGlossary();
  const wanted = new Map<string, string>();
  for (const text of new Set(texts)) if (hasKanji(text)) wanted.set(hashOf(text, glossary), text);
  const found = new Map<string, Part[]>();
  const take = (hash: string, parts: Part[]) => {
    const text = wanted.get(hash);
    if (text === undefined) return;
    found.set(text, parts);
    wanted.delete(hash);
  };
  for (const hash of [...wanted.keys()]) {
    const parts = recent.get(hash);
    if (parts) take(hash, parts);
  }
  if (keep !== "nothing" && wanted.size > 0) {
    const rows = await db().annotatedText.findMany({
      where: { hash: { in: [...wanted.keys()] } },
      select: { hash: true, parts: true },
    });
    for (const { hash, parts } of rows) {
      const read = partsOf(wanted.get(hash) ?? "", parts as Mark[]);
      recent.set(hash, read);
      take(hash, read);
    }
  }
  if (wanted.size > 0) {
    const read = await readAnew(wanted, glossary);
    if (keep !== "nothing") for (const { hash, parts } of read) recent.set(hash, parts);
    if (keep === "database") await store(read);
    for (const { hash, parts } of read) take(hash, parts);
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
function hashOf(text: string, glossary: Glossary): string {
  const terms = termsIn(text, glossary).map(({ term, reading }) => [term, reading]);
  return createHash("sha256")
    .update(JSON.stringify([rules, text, terms]))
    .digest("base64url");
}

type Read = { hash: string; parts: Part[] };

async function readAnew(wanted: ReadonlyMap<string, string>, glossary: Glossary): Promise<Read[]> {
  const entries = [...wanted];
  try {
    const tokens = await tokenize(entries.map(([, text]) => text));
    return entries.map(([hash, text], index) => ({ hash, parts: annotate(text, tokens[index] ?? [], glossary) }));
  } catch (error) {
    if (error instanceof NoDictionary) return [];
    throw error;
  }
}

async function store(read: readonly Read[]): Promise<void> {
  try {
    await db().annotatedText.createMany({
      data: read.map(({ hash, parts }) => ({ hash, parts: marksOf(parts), createdAt: now() })),
      skipDuplicates: true,
    });
  } catch (error) {
    // the page is right without it, and the next reader's will be stored
    log().warn({ err: error }, "readings could not be stored");
  }
}
