import { type Weight, widthOf } from "#app/platform/pictures/picture-fonts.ts";
import { phrasesOf } from "#app/ui/phrases.tsx";

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });
/** Stands for a kanji that is not in the font, as printers do (下駄記号). */
const geta = "〓";
const invisible = /[\p{Cf}\p{Variation_Selector}\p{Cc}]/gu;

/**
 * A text as far as our fonts draw it: a kanji they lack becomes 〓, anything else they lack (emoji, other scripts) is left out, and the
 * spaces around it with it. Null when less than half of its letters is left: then the text would say something else.
 */
export function drawable(text: string, weight: Weight): string | null {
  let [letters, kept, drawn] = [0, 0, ""];
  for (const { segment } of graphemes.segment(text.normalize("NFC"))) {
    const shown = segment === "\n" ? segment : shownFor(segment, weight);
    if (/[\p{L}\p{N}]/u.test(segment)) {
      letters += 1;
      if (shown !== "" && shown !== geta) kept += 1;
    }
    drawn += shown;
  }
  return letters > 0 && kept * 2 >= letters ? drawn.replace(/[^\S\n]+/g, " ").trim() : null;
}

function shownFor(segment: string, weight: Weight): string {
  const canBeDrawn = (text: string) => text !== "" && [...text].every((one) => widthOf(one, weight) !== null);
  const plain = segment.replace(invisible, "");
  if (canBeDrawn(plain)) return plain;
  // Ⅶ as VII, ㍿ as 株式会社
  const compatible = plain.normalize("NFKC");
  if (canBeDrawn(compatible)) return compatible;
  if (/\p{Script=Han}/u.test(segment)) return geta;
  return /^\s/.test(segment) ? " " : "";
}

/** How wide a text is drawn, in em. */
export function widthInEm(text: string, weight: Weight): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character, weight) ?? 1;
  return sum;
}

/** A size in pixels, and how many lines there is room for in it. */
export type Size = { size: number; most: number };

/** A text that is drawn: its size in pixels and its lines, the last one with an ellipsis when there was more. */
export type SetText = { size: number; lines: string[] };

/**
 * Sets a text into lines: in the largest of `sizes` (pixels, largest first) in which it takes at most `most` lines of `width` pixels, broken
 * at its own line ends and between phrases and words; in the smallest, cut, when it fits in none.
 */
export function setText(
  text: string,
  { width, sizes, weight }: { width: number; sizes: readonly Size[]; weight: Weight },
): SetText {
  let kept: SetText = { size: 0, lines: [] };
  for (const { size, most } of sizes) {
    const lines = text.split("\n").flatMap((line) => linesOf(line, width / size, weight));
    if (lines.length <= most) return { size, lines };
    const last = shortened(lines[most - 1] ?? "", width / size, weight);
    kept = { size, lines: [...lines.slice(0, most - 1), last] };
  }
  return kept;
}

function linesOf(text: string, width: number, weight: Weight): string[] {
  const lines: string[] = [];
  let line = "";
  const fits = (candidate: string) => widthInEm(candidate.trimEnd(), weight) <= width;
  for (const phrase of phrasesOf(text).flatMap((one) => one.split(/(?<=\s)/))) {
    if (fits(line + phrase)) {
      line += phrase;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    line = "";
    // a phrase longer than a line is broken between characters, as a browser does
    for (const { segment } of graphemes.segment(phrase)) {
      if (!fits(line + segment)) {
        lines.push(line);
        line = "";
      }
      line += segment;
    }
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

function shortened(line: string, width: number, weight: Weight): string {
  const kept = [...graphemes.segment(line)].map(({ segment }) => segment);
  while (kept.length > 0 && widthInEm(`${kept.join("")}…`, weight) > width) kept.pop();
  return `${kept.join("").replace(/[\s、。・]+$/u, "")}…`;
}
