import { plainReading } from "./plain-reading.ts";
import type { PlacedToken, Token } from "./token.ts";

/** A text in pieces: as it is, or kanji with their reading in hiragana. The first halves put together are the text, unchanged. */
export type Part = string | [written: string, reading: string];

/** A word of the city as it is written, with its reading in hiragana. */
export type Term = { term: string; reading: string };

/** What of a word is read by its reading alone: kanji, and the signs that stand for one or among them (人々, 三ヶ月, 〆切). */
const kanji = "\\p{Script=Han}々〆〇ヶヵ";
const kanjiRun = new RegExp(`[${kanji}]*\\p{Script=Han}[${kanji}]*`, "gu");

/** Whether a text has anything to put a reading on. */
export function hasKanji(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Katakana as hiragana; everything else stays, also the long-vowel mark. */
export function hiragana(text: string): string {
  return text.replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** The text that parts were made of. */
export function writtenText(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part[0])).join("");
}

/** A reading and where it stands: offset and length in UTF-16 code units. */
export type Mark = [start: number, length: number, reading: string];

/** The readings of parts without their text. */
export function marksOf(parts: readonly Part[]): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  for (const part of parts) {
    if (typeof part === "string") {
      at += part.length;
      continue;
    }
    marks.push([at, part[0].length, part[1]]);
    at += part[0].length;
  }
  return marks;
}

/** The parts of the text that {@link marksOf} took the readings from. */
export function partsOf(text: string, marks: readonly Mark[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const [start, length, reading] of marks) {
    parts.push(text.slice(at, start), [text.slice(start, start + length), reading]);
    at = start + length;
  }
  parts.push(text.slice(at));
  return joined(parts);
}

/**
 * Puts a word's reading on its kanji alone: 受け付ける → 受(う)け付(つ)ける. Where the kana of the word stand at more than one place of the
 * reading, the reading goes on everything from the first kanji to the last.
 *
 * @param reading of the whole word, in either kana
 */
export function rubyOf(written: string, reading: string): Part[] {
  const pieces = split(written);
  const read = hiragana(reading);
  const ways = alignments(pieces, read);
  if (ways.length < 2) return ways[0] ?? [written];
  const first = pieces.findIndex((piece) => piece.isKanji);
  const last = pieces.findLastIndex((piece) => piece.isKanji);
  const join = (from: number, to?: number) =>
    pieces
      .slice(from, to)
      .map((piece) => piece.text)
      .join("");
  const [before, core, after] = [join(0, first), join(first, last + 1), join(last + 1)];
  const [start, end] = [hiragana(before), hiragana(after)];
  return joined([before, [core, read.slice(start.length, read.length - end.length)], after]);
}

type Piece = { text: string; isKanji: boolean };

function split(written: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: text, index } of written.matchAll(kanjiRun)) {
    if (index > end) pieces.push({ text: written.slice(end, index), isKanji: false });
    pieces.push({ text, isKanji: true });
    end = index + text.length;
  }
  if (end < written.length) pieces.push({ text: written.slice(end), isKanji: false });
  return pieces;
}

/** Every way to lay a reading on the pieces of a word, two at most: more than one is as good as none. */
function alignments(pieces: readonly Piece[], reading: string): Part[][] {
  // what the pieces from one on can do with the reading from one place on is the same however one came there
  const known = new Map<string, Part[][]>();
  const from = (place: number, offset: number): Part[][] => {
    const key = `${place} ${offset}`;
    const ways = known.get(key) ?? waysFrom(place, offset);
    known.set(key, ways);
    return ways;
  };
  const waysFrom = (place: number, offset: number): Part[][] => {
    const piece = pieces[place];
    if (piece === undefined) return offset === reading.length ? [[]] : [];
    if (!piece.isKanji) {
      if (!reading.startsWith(hiragana(piece.text), offset)) return [];
      return from(place + 1, offset + piece.text.length).map((rest) => [piece.text, ...rest]);
    }
    const found: Part[][] = [];
    const shortest = place === pieces.length - 1 ? Math.max(1, reading.length - offset) : 1;
    for (let end = offset + shortest; end <= reading.length && found.length < 2; end += 1) {
      for (const rest of from(place + 1, end)) found.push([[piece.text, reading.slice(offset, end)], ...rest]);
    }
    return found.slice(0, 2);
  };
  return from(0, 0);
}

/** The city's words by their first character, the longest first. */
export type Glossary = ReadonlyMap<string, readonly Term[]>;

export function makeGlossary(terms: readonly Term[]): Glossary {
  const byFirst = new Map<string, Term[]>();
  for (const term of [...terms].sort((a, b) => b.term.length - a.term.length)) {
    const first = term.term.charAt(0);
    if (first === "") continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), term]);
  }
  return byFirst;
}

/** The terms whose letters stand somewhere in a text, each once, in a fixed order: what the readings of this text can depend on. */
export function termsIn(text: string, glossary: Glossary): Term[] {
  const found = new Set<Term>();
  for (let at = 0; at < text.length; at += 1) {
    for (const term of glossary.get(text.charAt(at)) ?? []) {
      if (text.startsWith(term.term, at)) found.add(term);
    }
  }
  return [...found].sort((a, b) => (a.term < b.term ? -1 : 1));
}

/**
 * The readings of a text: the city's words first, the longest of them where several fit, then those of the dictionary, and none where
 * neither is certain. A term that begins or ends inside a word the dictionary knows is no term there: 京都 is not read in 東京都.
 *
 * @param tokens of this text, in order; white space may be missing
 */
export function annotate(text: string, tokens: readonly Token[], glossary: Glossary): Part[] {
  const placed = place(text, tokens);
  const parts: Part[] = [];
  let at = 0;
  for (const hit of termHits(text, placed, glossary)) {
    parts.push(...tokenParts(text, placed, at, hit.start), ...rubyOf(hit.term.term, hit.term.reading));
    at = hit.end;
  }
  parts.push(...tokenParts(text, placed, at, text.length));
  return joined(parts);
}

function place(text: string, tokens: readonly Token[]): PlacedToken[] {
  const placed: PlacedToken[] = [];
  let at = 0;
  for (const token of tokens) {
    const start = text.indexOf(token.surface, at);
    if (start === -1 || token.surface === "") continue;
    at = start + token.surface.length;
    placed.push({ ...token, start, end: at });
  }
  return placed;
}

function termHits(text: string, placed: readonly PlacedToken[], glossary: Glossary) {
  const inside = new Set<number>();
  for (const { start, end, reading } of placed) {
    for (let at = start + 1; reading !== null && at < end; at += 1) inside.add(at);
  }
  const hits: { start: number; end: number; term: Term }[] = [];
  for (let at = 0; at < text.length; ) {
    const start = at;
    const term = glossary
      .get(text.charAt(start))
      ?.find(({ term }) => text.startsWith(term, start) && !inside.has(start) && !inside.has(start + term.length));
    if (term) hits.push({ start, end: start + term.term.length, term });
    at += term?.term.length ?? 1;
  }
  return hits;
}

/** The dictionary's readings between two places; a word that a term cut in two has none. */
function tokenParts(text: string, placed: readonly PlacedToken[], from: number, to: number): Part[] {
  const parts: Part[] = [];
  let at = from;
  for (const [index, token] of placed.entries()) {
    if (token.start < from || token.end > to) continue;
    const reading = hasKanji(token.surface) ? plainReading(text, placed, index) : null;
    if (reading === null || hasKanji(reading)) continue;
    parts.push(text.slice(at, token.start), ...rubyOf(token.surface, reading));
    at = token.end;
  }
  parts.push(text.slice(at, to));
  return parts;
}

function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}
