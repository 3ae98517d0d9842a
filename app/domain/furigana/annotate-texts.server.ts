import { LRUCache } from "lru-cache";
import { now } from "#app/platform/clock.ts";
import { deriveToken, open, seal } from "#app/platform/crypto.ts";
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
 * What the database keeps is sealed with the text itself: readings of what was taken off the site, or corrected, open for nobody.
 */
export async function annotateTexts(texts: readonly string[], keep: Keep): Promise<Map<string, Part[]>> {
  const glossary = await loadGlossary();
  const wanted = new Map<string, Wanted>();
  for (const text of new Set(texts)) {
    if (!hasKanji(text)) continue;
    const content = contentOf(text, glossary);
    wanted.set(deriveToken("furigana", content), { text, content });
  }
  const found = new Map<string, Part[]>();
  const take = (hash: string, parts: Part[]) => {
    const one = wanted.get(hash);
    if (one === undefined) return;
    found.set(one.text, parts);
    wanted.delete(hash);
  };
  for (const hash of [...wanted.keys()]) {
    const parts = recent.get(hash);
    if (parts) take(hash, parts);
  }
  if (keep !== "nothing" && wanted.size > 0) {
    const rows = await db().annotatedText.findMany({
      where: { hash: { in: [...wanted.keys()] } },
      select: { hash: true, sealed: true },
    });
    for (const { hash, sealed } of rows) {
      const one = wanted.get(hash);
      if (one === undefined) continue;
      const read = partsOf(one.text, JSON.parse(open(sealed, one.content)) as Mark[]);
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

type Wanted = { text: string; content: string };

/** A text with the city's words that stand in it: a change of the glossary concerns the texts that hold the word, and no others. */
function contentOf(text: string, glossary: Glossary): string {
  const terms = termsIn(text, glossary).map(({ term, reading }) => [term, reading]);
  return `furigana:${JSON.stringify([rules, text, terms])}`;
}

type Read = { hash: string; content: string; parts: Part[] };

async function readAnew(wanted: ReadonlyMap<string, Wanted>, glossary: Glossary): Promise<Read[]> {
  const entries = [...wanted];
  try {
    const tokens = await tokenize(entries.map(([, { text }]) => text));
    return entries.map(([hash, { text, content }], index) => ({
      hash,
      content,
      parts: annotate(text, tokens[index] ?? [], glossary),
    }));
  } catch (error) {
    if (error instanceof NoDictionary) return [];
    throw error;
  }
}

async function store(read: readonly Read[]): Promise<void> {
  try {
    await db().annotatedText.createMany({
      data: read.map(({ hash, content, parts }) => ({
        hash,
        sealed: seal(JSON.stringify(marksOf(parts)), content),
        createdAt: now(),
      })),
      skipDuplicates: true,
    });
  } catch (error) {
    // the page is right without it, and the next reader's will be stored
    log().warn({ err: error }, "readings could not be stored");
  }
}
