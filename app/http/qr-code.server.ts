import { create } from "qrcode";
import type { QrCode } from "#app/ui/qr-picture.tsx";

/** Squares that must stay white around the code (ISO/IEC 18004). */
const quiet = 4;

/**
 * The QR code of a text, error correction level M (15 % may be damaged). Every run of dark squares is one stroke, drawn from where the one
 * before it ended: a third of what absolute places take, because pages pay for it.
 *
 * @throws Error for more than about 2,300 bytes
 */
export function qrCode(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  let path = `M${quiet} ${quiet}`;
  let pen = { row: 0, column: 0 };
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; ) {
      let end = column;
      while (end < modules.size && modules.get(row, end)) end += 1;
      if (end > column) {
        if (pen.row !== row || pen.column !== column) path += `m${column - pen.column} ${row - pen.row}`;
        path += `h${end - column}`;
        pen = { row, column: end };
      }
      column = end + 1;
    }
  }
  return { size: modules.size + 2 * quiet, path };
}
