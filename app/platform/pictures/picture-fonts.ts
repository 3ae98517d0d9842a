import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create, type Font } from "fontkitten";

export const weights = [400, 700] as const;
export type Weight = (typeof weights)[number];

/**
 * Noto Sans JP (SIL Open Font License 1.1) as its package has it: in some 120 files of characters that are used together, so that a picture
 * reads a few small files and not all of a font. `unicode.json` says which characters each holds.
 */
const folder = join(process.cwd(), "node_modules/@fontsource/noto-sans-jp");

type Range = { first: number; last: number; subset: string };

let ranges: readonly Range[] | undefined;
const fonts = new Map<string, Font>();

function readRanges(): Range[] {
  const bySubset = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8")) as Record<string, string>;
  return Object.entries(bySubset).flatMap(([key, list]) =>
    list.split(",").map((range) => {
      const [first = "", last = first] = range.replace("U+", "").split("-");
      return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16), subset: key.replace(/[[\]]/g, "") };
    }),
  );
}

/** The name of the file that holds a character; undefined where the font lacks it. */
export function subsetOf(codePoint: number): string | undefined {
  ranges ??= readRanges();
  const holding = ranges.filter(({ first, last }) => codePoint >= first && codePoint <= last);
  return holding.map(({ subset }) => subset).find((subset) => fontOf(subset, 700).hasGlyphForCodePoint(codePoint));
}

/** One file of the font, as WOFF. */
export function fontFile(subset: string, weight: Weight): Buffer {
  return readFileSync(join(folder, "files", `noto-sans-jp-${subset}-${weight}-normal.woff`));
}

function fontOf(subset: string, weight: Weight): Font {
  const key = `${subset}-${weight}`;
  let known = fonts.get(key);
  if (!known) {
    const read = create(fontFile(subset, weight));
    if (read.isCollection) throw new Error(`${key} holds several fonts`);
    known = read;
    fonts.set(key, known);
  }
  return known;
}

/** The width in em of a character in one file of the font; null where it lacks it. */
function widthIn(font: Font, codePoint: number): number | null {
  if (!font.hasGlyphForCodePoint(codePoint)) return null;
  return font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
}

const places = new Map<string, number | null>();
const mostPlaces = 20_000;

/** The width in em of a character as pictures draw it, or null where their font cannot. */
export function widthOf(character: string, weight: Weight): number | null {
  const key = `${weight}${character}`;
  const known = places.get(key);
  if (known !== undefined) return known;
  const codePoint = character.codePointAt(0) ?? 0;
  const subset = subsetOf(codePoint);
  const width = subset === undefined ? null : widthIn(fontOf(subset, weight), codePoint);
  if (places.size >= mostPlaces) places.clear();
  places.set(key, width);
  return width;
}
