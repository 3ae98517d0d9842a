import { create } from "qrcode";

/** A QR code as one SVG path of unit squares: `<path d>` in a `viewBox` of `size`, with the quiet zone of four squares around it. */
export type QrCode = { size: number; path: string };

const quiet = 4;

/** The QR code of a text, error correction level M (15 % may be damaged). @throws Error for more than about 2,300 bytes */
export function qrCode(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) parts.push(`M${column + quiet} ${row + quiet}h1v1h-1z`);
    }
  }
  return { size: modules.size + 2 * quiet, path: parts.join("") };
}
