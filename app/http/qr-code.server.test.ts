import { create } from "qrcode";
import { describe, expect, it } from "vitest";
import { qrCode } from "./qr-code.server.ts";

/** The squares that the strokes of a path cover, as "column row". */
function drawn(path: string): Set<string> {
  const squares = new Set<string>();
  let [column, row] = [0, 0];
  for (const [, command = "", first = "", second = ""] of path.matchAll(/([Mmh])(-?\d+)(?: (-?\d+))?/g)) {
    if (command === "M") [column, row] = [Number(first), Number(second)];
    else if (command === "m") [column, row] = [column + Number(first), row + Number(second)];
    else for (const end = column + Number(first); column < end; column += 1) squares.add(`${column} ${row}`);
  }
  return squares;
}

describe("a QR code", () => {
  it.each(["https://hiroba.tomakomai.example/themes/people-and-organization", "R8-0042", "提案"])(
    "of %s draws every dark square, four squares from the edge, and no other",
    (text) => {
      const { modules } = create(text, { errorCorrectionLevel: "M" });
      const dark = new Set<string>();
      for (let row = 0; row < modules.size; row += 1) {
        for (let column = 0; column < modules.size; column += 1) {
          if (modules.get(row, column)) dark.add(`${column + 4} ${row + 4}`);
        }
      }
      const { path, size } = qrCode(text);
      expect(size).toBe(modules.size + 8);
      expect(drawn(path)).toEqual(dark);
    },
  );
});
