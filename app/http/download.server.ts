import { create } from "content-disposition";
import type { ExportFormat } from "#app/domain/shared/export-format.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { mediaTypes, type Sheet, sheetStream } from "./spreadsheet.server.ts";

/**
 * A list to keep: 創革ひろば_受付一覧_2026-11-26.csv. `plainName` is what programs get that read no Japanese in a header (RFC 6266). It is
 * kept by nobody on the way: what it holds may be hidden a moment later.
 */
export function download<Row>(
  sheet: Sheet<Row>,
  { site, plainName, format, now }: { site: string; plainName: string; format: ExportFormat; now: Date },
): Response {
  const ending = `${isoDate(now)}.${format}`;
  return new Response(sheetStream(sheet, format), {
    headers: {
      "Content-Type": mediaTypes[format],
      "Content-Disposition": create(`${site}_${sheet.name}_${ending}`, { fallback: `${plainName}-${ending}` }),
      "Cache-Control": "no-store",
    },
  });
}

/**
 * Bytes of somebody else's as a file to keep. As plain text and never shown by the browser, whatever is in them: a mail may hold a page with
 * scripts.
 */
export function plainFile(bytes: Uint8Array, name: string): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": create(name),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
