import { Parser } from "htmlparser2";
import { hasKanji, type Part } from "#app/domain/furigana/furigana.ts";
import { escapeHtml } from "#app/domain/shared/escape-html.ts";

/**
 * A stretch of text in a page, as one reader reads it: `text` as it stands in the source (entities included), put together from pieces
 * that only comments, line-break marks and emphasis part.
 */
export type TextRun = { text: string; pieces: readonly Piece[] };

/** Where a piece begins in the run and in the source; whether an element begins or ends before it, over which no reading may reach. */
type Piece = { at: number; source: number; length: number; afterElement: boolean };

/**
 * Elements without readings: what is named (a reading in a name is heard twice), what is typed, what is no Japanese prose, and what has
 * readings already.
 */
const unread = new Set(
  "title head label legend option select textarea button summary script style svg math code kbd samp pre ruby".split(
    " ",
  ),
);
/** Elements within a sentence: a word may go on after them. */
const within = new Set("wbr mark strong em b".split(" "));

/**
 * The Japanese text of a page that gets readings, in order. Left out, with all that is in them: elements of `unread`, other languages,
 * `translate="no"`, `aria-hidden="true"`, `.sr-only`, and messages that are announced.
 *
 * @param html a whole page whose language is Japanese
 */
export function textRuns(html: string): TextRun[] {
  const runs: TextRun[] = [];
  const open: { name: string; isRead: boolean }[] = [];
  let text = "";
  let pieces: Piece[] = [];
  let afterElement = false;
  const endRun = () => {
    if (hasKanji(text)) runs.push({ text, pieces });
    text = "";
    pieces = [];
    afterElement = false;
  };
  const border = (name: string) => {
    if (!within.has(name)) endRun();
    else if (name !== "wbr") afterElement = true;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        border(name);
        open.push({ name, isRead: isRead(name, attributes, open.at(-1)?.isRead ?? true) });
      },
      onclosetag(name) {
        border(name);
        open.pop();
      },
      ontext(data) {
        if (open.at(-1)?.isRead !== true) return endRun();
        pieces.push({ at: text.length, source: parser.startIndex, length: data.length, afterElement });
        text += data;
        afterElement = false;
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  endRun();
  return runs;
}

function isRead(name: string, attributes: Record<string, string>, parent: boolean): boolean {
  if (!parent || unread.has(name)) return false;
  if (attributes.lang !== undefined && !/^ja\b/.test(attributes.lang)) return false;
  if (attributes.translate === "no" || attributes["aria-hidden"] === "true") return false;
  if (attributes.role === "alert" || attributes.role === "status" || attributes["aria-live"] !== undefined)
    return false;
  return !/(?:^|\s)sr-only(?:\s|$)/.test(attributes.class ?? "");
}

/**
 * Puts readings into a page: `<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>`, with one `<span class="furigana">` around the text it
 * is part of: in a row of boxes (flex, grid) text is one box, and without it each word would become a box of its own. Everything else stays
 * byte for byte as it was, and without `rp` and `rt` the text is the one that was there.
 *
 * @param runs of this page
 * @param readings by the text of the run; runs without any stay as they are
 */
export function withRuby(
  html: string,
  runs: readonly TextRun[],
  readings: ReadonlyMap<string, readonly Part[]>,
): string {
  let result = "";
  let copied = 0;
  const copyTo = (end: number) => {
    result += html.slice(copied, end);
    copied = end;
  };
  for (const run of runs) {
    const marks = marksIn(run, readings.get(run.text) ?? []);
    for (const { start, end } of stretches(run.pieces)) {
      const inside = marks.filter((mark) => start <= mark.start && mark.end <= end);
      if (inside.length === 0) continue;
      copyTo(start);
      result += '<span class="furigana">';
      for (const mark of inside) {
        copyTo(mark.start);
        result += "<ruby>";
        copyTo(mark.end);
        result += `<rp>(</rp><rt>${escapeHtml(mark.reading)}</rt><rp>)</rp></ruby>`;
      }
      copyTo(end);
      result += "</span>";
    }
  }
  copyTo(html.length);
  return result;
}

type SourceRange = { start: number; end: number };

/** The readings of a run with their places in the source. */
function marksIn({ pieces }: TextRun, parts: readonly Part[]): (SourceRange & { reading: string })[] {
  const marks: (SourceRange & { reading: string })[] = [];
  let at = 0;
  for (const part of parts) {
    const length = (typeof part === "string" ? part : part[0]).length;
    const range = typeof part === "string" ? null : sourceRange(pieces, at, at + length);
    if (range) marks.push({ ...range, reading: part[1] ?? "" });
    at += length;
  }
  return marks;
}

/** The parts of a run in which no element begins or ends but a line-break mark: around such a part an element can be put. */
function stretches(pieces: readonly Piece[]): SourceRange[] {
  const found: SourceRange[] = [];
  for (const { source, length, afterElement } of pieces) {
    const last = found.at(-1);
    if (last && !afterElement) last.end = source + length;
    else found.push({ start: source, end: source + length });
  }
  return found;
}

/** Where a word of a run stands in the source; null when an element begins or ends within it. */
function sourceRange(pieces: readonly Piece[], from: number, to: number): SourceRange | null {
  const first = pieces.findIndex((piece) => from < piece.at + piece.length);
  const last = pieces.findIndex((piece) => to <= piece.at + piece.length);
  const [head, tail] = [pieces[first], pieces[last]];
  if (!head || !tail) return null;
  if (pieces.slice(first + 1, last + 1).some((piece) => piece.afterElement)) return null;
  return { start: head.source + from - head.at, end: tail.source + to - tail.at };
}
