import { phraseStarts } from "#app/domain/shared/phrase-starts.ts";

/** Longest line of a mail, in half-width columns: 35 full-width characters, what Japanese mail programs show without breaking lines again. */
export const mailWidth = 70;

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

// 行頭禁則 and 行末禁則 (JIS X 4051): what must not begin, and what must not end, a line.
const notAtStart =
  /^[、。，．・：；？！‼⁇⁈⁉!?,.:;)\]}）］｝〕〉》」』】〙〗〟»｡､｣･ーｰ―々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ゛゜ﾞﾟ…‥〜～゠‐–％%‰℃’”]/u;
const notAtEnd = /[([{（［｛〔〈《「『【〘〖〝«｢‘“]$/u;
// 分離禁則: a number and what it counts (12月, 3台) read as one word.
const endsInDigit = /[0-9０-９]$/u;
const startsWithKanji = /^\p{Script=Han}/u;
const url = /https?:\/\//;

/** A phrase wider than this, in columns, may be broken like any other text: else the line before it would be left half empty. */
const widestPhrase = 40;

/**
 * Columns a text takes: 1 for half-width characters, 2 for full-width ones and emoji, 0 for marks that combine. Characters whose width
 * depends on the font count 2, as in Japanese fonts, so a line is never wider than counted.
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  let width = 0;
  for (const character of grapheme) width = Math.max(width, characterWidth(character));
  return width;
}

function characterWidth(character: string): number {
  if (/^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  const isHalfWidth = code < 0x1100 || (code >= 0xff61 && code <= 0xffdc);
  return isHalfWidth ? 1 : 2;
}

/** The lines of a text, whatever ends them (UAX #14 mandatory breaks). */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u);
}

/**
 * Breaks one line into lines of at most `width` columns: between full-width characters, at spaces, by the rules for Japanese punctuation,
 * and inside a word only if the word alone is too long. A URL is never broken, however long. An empty line stays one empty line.
 *
 * @param byPhrase break Japanese between phrases where that is possible, so that no word is torn; for the platform's own sentences
 */
export function wrapLine(line: string, width: number, byPhrase = false): string[] {
  const lines: string[] = [];
  let current = "";
  let currentWidth = 0;
  const finish = () => {
    lines.push(current.trimEnd());
    current = "";
    currentWidth = 0;
  };
  const pieces = unbreakablePieces(line, width);
  for (const piece of byPhrase ? phrases(pieces, width) : pieces) {
    const pieceWidth = displayWidth(piece);
    const isSpace = /^\s+$/u.test(piece);
    if (currentWidth > 0 && currentWidth + pieceWidth > width) {
      finish();
      if (isSpace) continue;
    }
    current += piece;
    currentWidth += pieceWidth;
  }
  if (current !== "" || lines.length === 0) finish();
  return lines;
}

/** Cuts a line into pieces that stay whole: words, spaces, and full-width characters with the punctuation that belongs to them. */
function unbreakablePieces(line: string, width: number): string[] {
  const pieces: string[] = [];
  for (const atom of atoms(line)) {
    const last = pieces.at(-1);
    const belongs =
      last !== undefined &&
      !/\s$/u.test(last) &&
      !/^\s/u.test(atom) &&
      (notAtStart.test(atom) ||
        notAtEnd.test(last) ||
        (endsInDigit.test(last) && startsWithKanji.test(atom) && !url.test(last)));
    if (belongs) pieces[pieces.length - 1] = last + atom;
    else pieces.push(atom);
  }
  return pieces.flatMap((piece) => (displayWidth(piece) > width && !url.test(piece) ? cut(piece, width) : [piece]));
}

/**
 * Puts pieces that stand in one phrase together, unless that would be wider than `widestPhrase`, and so what stands in brackets, unless that
 * would be wider than a line.
 */
function phrases(pieces: string[], width: number): string[] {
  const starts = new Set(phraseStarts(pieces.join("")));
  const groups: string[][] = [];
  let offset = 0;
  for (const piece of pieces) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const mayBreak = last === undefined || starts.has(offset) || /^\s/u.test(piece) || /\s$/u.test(last);
    if (group && (!mayBreak || isBracketOpen(group.join("")))) group.push(piece);
    else groups.push([piece]);
    offset += piece.length;
  }
  return groups.flatMap((group) => {
    const text = group.join("");
    const widest = /^[(（]/u.test(text) ? width : Math.min(width, widestPhrase);
    return displayWidth(text) > widest ? group : [text];
  });
}

const isBracketOpen = (text: string) => (text.match(/[(（]/gu)?.length ?? 0) > (text.match(/[)）]/gu)?.length ?? 0);

function atoms(line: string): string[] {
  const found: string[] = [];
  let word = "";
  const endWord = () => {
    if (word !== "") found.push(word);
    word = "";
  };
  for (const { segment } of graphemes.segment(line)) {
    const isSpace = /^\s+$/u.test(segment);
    if (isSpace || graphemeWidth(segment) === 2) {
      endWord();
      found.push(segment);
    } else {
      word += segment;
    }
  }
  endWord();
  return found;
}

function cut(piece: string, width: number): string[] {
  const parts: string[] = [];
  let part = "";
  let partWidth = 0;
  for (const { segment } of graphemes.segment(piece)) {
    const segmentWidth = graphemeWidth(segment);
    if (partWidth > 0 && partWidth + segmentWidth > width) {
      parts.push(part);
      part = "";
      partWidth = 0;
    }
    part += segment;
    partWidth += segmentWidth;
  }
  parts.push(part);
  return parts;
}

/**
 * Wraps a text of several lines. `first` stands before its first line and `rest` before all others; both count towards `width`.
 * `byPhrase` as in {@link wrapLine}.
 */
export function wrapText(
  text: string,
  options: { first?: string; rest?: string; width?: number; byPhrase?: boolean } = {},
): string[] {
  const { first = "", rest = first, width = mailWidth, byPhrase = false } = options;
  const room = width - Math.max(displayWidth(first), displayWidth(rest));
  return linesOf(text)
    .flatMap((line) => wrapLine(line, room, byPhrase))
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd());
}
