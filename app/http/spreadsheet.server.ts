import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import { writeXlsxStream } from "hucre/xlsx";
import type { ExportFormat } from "#app/domain/shared/export-format.ts";
import { sheetTime } from "#app/domain/shared/japanese-date.ts";

/** `time`: an instant as ISO 8601, shown in Tokyo's time. `day`: a calendar day, 'YYYY-MM-DD'. */
export type ColumnKind = "text" | "number" | "day" | "time";

export type SheetColumn<Row> = {
  header: string;
  kind?: ColumnKind;
  /** In characters, where a spreadsheet shows it. */
  width?: number;
  cell: (row: Row) => string | number | null;
};

/** A list as a file: its rows come in batches, each asked for when the reader has taken the one before. */
export type Sheet<Row> = { name: string; columns: readonly SheetColumn<Row>[]; batches: AsyncIterable<readonly Row[]> };

export const mediaTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export function sheetStream<Row>(sheet: Sheet<Row>, format: ExportFormat): ReadableStream<Uint8Array> {
  return format === "csv" ? csvStream(sheet) : xlsxStream(sheet);
}

/**
 * RFC 4180 in UTF-8 with the byte order mark that spreadsheet programs need to read it as such. A cell that such a program would take for a
 * formula gets an apostrophe before it (OWASP, "CSV Injection"): people's words come from anybody. Line breaks are quoted whatever they are: the
 * library quotes those alone that end its records, and texts are kept with the other one.
 */
const csvOptions = { record_delimiter: "windows", escape_formulas: true, quoted_match: /[\r\n]/ } as const;

function csvStream<Row>({ columns, batches }: Sheet<Row>): ReadableStream<Uint8Array> {
  const written = async function* (): AsyncGenerator<Uint8Array> {
    const encoder = new TextEncoder();
    yield encoder.encode(stringify([columns.map(({ header }) => header)], { ...csvOptions, bom: true }));
    for await (const rows of batches) {
      const lines = rows.map((row) => columns.map((column) => plainText(column.kind, column.cell(row))));
      if (lines.length > 0) yield encoder.encode(stringify(lines, csvOptions));
    }
  };
  return Readable.toWeb(Readable.from(written())) as ReadableStream<Uint8Array>;
}

function plainText(kind: ColumnKind | undefined, value: string | number | null): string | number | null {
  return kind === "time" && typeof value === "string" ? sheetTime(new Date(value)) : value;
}

/** More than a cell of a spreadsheet can hold is cut off; CSV has all of it. */
const longestCell = 32_767;

const numberFormats: Partial<Record<ColumnKind, string>> = { day: "yyyy-mm-dd", time: "yyyy-mm-dd hh:mm:ss" };

/** Texts are written as texts, also those that begin with "=": there is no formula in the file, and nothing to escape. */
function xlsxStream<Row>({ name, columns, batches }: Sheet<Row>): ReadableStream<Uint8Array> {
  const rows = async function* (): AsyncGenerator<(string | number | Date | null)[]> {
    for await (const batch of batches) {
      for (const row of batch) yield columns.map((column) => typedValue(column.kind, column.cell(row)));
    }
  };
  return writeXlsxStream(rows(), {
    name,
    columns: columns.map(({ header, kind, width }) => {
      const numFmt = numberFormats[kind ?? "text"];
      return { header, ...(width !== undefined && { width }), ...(numFmt !== undefined && { numFmt }) };
    }),
    freezePane: { rows: 1 },
  });
}

/** Spreadsheets know no time zone: their clock shows Tokyo's. */
function typedValue(kind: ColumnKind | undefined, value: string | number | null): string | number | Date | null {
  if (typeof value !== "string") return value;
  switch (kind) {
    case "day":
      return new Date(`${value}T00:00:00Z`);
    case "time":
      return new Date(`${sheetTime(new Date(value)).replace(" ", "T")}Z`);
    default:
      return cellText(value);
  }
}

/**
 * A text as XLSX holds it: without the code points that are no characters, which XML refuses (texts are stored without them now; older ones are
 * not), cut off where it is too long, and with what would be read as an escape (`_x0041_` is "A") escaped itself (ECMA-376, ST_Xstring), which
 * the library leaves to us.
 */
function cellText(value: string): string {
  const text = value.replace(/\p{Noncharacter_Code_Point}/gu, "");
  const cut = text.length > longestCell ? text.slice(0, longestCell).toWellFormed() : text;
  return cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
