import { inflateSync } from "node:zlib";

/** What a font knows: which characters it draws, and how wide. */
export type FontMetrics = {
  /** Width in em, or undefined for a character the font does not draw. */
  widthOf: (codePoint: number) => number | undefined;
};

/**
 * Reads the characters and widths of a WOFF 1.0 file (W3C Recommendation; tables `cmap` formats 4 and 12, `hhea`, `hmtx`, `head` of OpenType).
 *
 * @throws Error for a file that is no WOFF or has no table of Unicode characters
 */
export function readWoff(file: Buffer): FontMetrics {
  if (file.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF file");
  const table = (tag: string) => {
    for (let index = 0; index < file.readUInt16BE(12); index += 1) {
      const at = 44 + index * 20;
      if (file.toString("latin1", at, at + 4) !== tag) continue;
      const [offset, packed, length] = [
        file.readUInt32BE(at + 4),
        file.readUInt32BE(at + 8),
        file.readUInt32BE(at + 12),
      ];
      const bytes = file.subarray(offset, offset + packed);
      return packed < length ? inflateSync(bytes) : bytes;
    }
    throw new Error(`the font has no table ${tag}`);
  };
  const unitsPerEm = table("head").readUInt16BE(18);
  const widths = table("hmtx");
  const measured = table("hhea").readUInt16BE(34);
  const glyphs = glyphsByCharacter(table("cmap"));
  return {
    widthOf: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      // glyphs after the last measured one are as wide as it
      return glyph === undefined ? undefined : widths.readUInt16BE(Math.min(glyph, measured - 1) * 4) / unitsPerEm;
    },
  };
}

function glyphsByCharacter(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  let isFound = false;
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const start = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(start);
    if (format !== 4 && format !== 12) continue;
    isFound = true;
    const found = format === 12 ? groupsOf(cmap.subarray(start)) : segmentsOf(cmap.subarray(start));
    for (const [codePoint, glyph] of found) if (glyph !== 0) glyphs.set(codePoint, glyph);
  }
  if (!isFound) throw new Error("the font has no table of Unicode characters");
  return glyphs;
}

function* groupsOf(table: Buffer): Generator<[codePoint: number, glyph: number]> {
  for (let index = 0; index < table.readUInt32BE(12); index += 1) {
    const at = 16 + index * 12;
    const [first, last, glyph] = [table.readUInt32BE(at), table.readUInt32BE(at + 4), table.readUInt32BE(at + 8)];
    for (let codePoint = first; codePoint <= last; codePoint += 1) yield [codePoint, glyph + codePoint - first];
  }
}

function* segmentsOf(table: Buffer): Generator<[codePoint: number, glyph: number]> {
  const doubled = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + doubled, 16 + doubled * 2, 16 + doubled * 3];
  for (let at = 0; at < doubled; at += 2) {
    const [first, last] = [table.readUInt16BE(starts + at), table.readUInt16BE(ends + at)];
    const [delta, offset] = [table.readUInt16BE(deltas + at), table.readUInt16BE(offsets + at)];
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint += 1) {
      const glyph = offset === 0 ? codePoint : table.readUInt16BE(offsets + at + offset + (codePoint - first) * 2);
      yield [codePoint, glyph === 0 ? 0 : (glyph + delta) & 0xffff];
    }
  }
}
