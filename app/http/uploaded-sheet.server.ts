import { CsvError, parse } from "csv-parse/sync";
import { inputError } from "#app/domain/shared/domain-error.ts";
import type { PostedForm } from "./desk-form.server.ts";

/** Largest text of a file, in bytes of UTF-8: it comes a second time with the form that confirms it, and a form may have 512 KB. */
export const mostSheetBytes = 400 * 1024;

/** A row of cells; `line` as spreadsheets number rows, from 1. */
export type SheetRow = { line: number; cells: string[] };

/**
 * The text of a CSV file that was chosen in a form: UTF-8, with or without byte order mark, or Shift_JIS (Windows-31J), as Excel in Japan saves
 * "CSV (comma delimited)".
 *
 * @throws INPUT at `name`: "required", "fileTooLarge", "fileEncoding"
 */
export async function uploadedText(form: Pick<PostedForm, "file">, name: string): Promise<string> {
  const file = form.file(name);
  if (file === null) throw inputError({ [name]: ["required"] });
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  if (text === null) throw inputError({ [name]: ["fileEncoding"] });
  if (Buffer.byteLength(text) > mostSheetBytes) throw inputError({ [name]: ["fileTooLarge"] });
  return text;
}

function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "shift_jis"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A workbook or a picture can be read as some text too; its bytes hold NULs, which no list does.
      return text.includes("\0") ? null : text.replace(/\r\n?/g, "\n");
    } catch {
      // not in this encoding
    }
  }
  return null;
}

/**
 * The rows of a CSV text (RFC 4180), without those whose cells are all empty, which spreadsheets leave at the end. An apostrophe that the
 * export put before what a spreadsheet would take for a formula is taken off ({@link unescapedCell}).
 *
 * @returns null and the line of the text where quotes are not as they must be
 */
export function sheetRows(text: string): { rows: SheetRow[]; brokenAt: null } | { rows: null; brokenAt: number } {
  try {
    const records: string[][] = parse(text.replace(/\r\n?/g, "\n"), {
      relax_column_count: true,
      record_delimiter: "\n",
    });
    const rows = records.map((cells, at) => ({ line: at + 1, cells: cells.map(unescapedCell) }));
    return { rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")), brokenAt: null };
  } catch (error) {
    if (error instanceof CsvError) return { rows: null, brokenAt: Number(error.lines ?? 1) };
    throw error;
  }
}

/** What `csv-stringify` escapes, after any apostrophes of the text itself. */
const escaped = /^'(?='*[=+\-@\t\r＝＋－＠])/;

/**
 * A cell for a file that is read back: where a text itself begins with apostrophes before such a sign, one more is put before it, so that
 * taking one off always gives the text.
 */
export function reversibleCell(value: string): string {
  return escaped.test(value) ? `'${value}` : value;
}

export function unescapedCell(cell: string): string {
  return cell.replace(escaped, "");
}
