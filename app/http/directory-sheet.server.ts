import { fileColumnName } from "#app/components/directory/file-columns.ts";
import { type FileCells, type FileColumn, type FileRow, fileColumns } from "#app/domain/directory/directory-file.ts";
import type { FileProblem } from "#app/domain/directory/directory-import.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { text } from "./context.server.ts";
import type { Sheet } from "./spreadsheet.server.ts";
import { reversibleCell, sheetRows } from "./uploaded-sheet.server.ts";

/** The whole directory as a file that {@link readDirectorySheet} reads back. */
export function directorySheet(locale: Locale, desks: FileCells[]): Sheet<FileCells> {
  const { t } = text(locale);
  const all = async function* () {
    yield desks;
  };
  return {
    name: t("desk:directory.title"),
    batches: all(),
    columns: fileColumns.map((column) => ({
      header: fileColumnName(t, column),
      cell: (desk) => reversibleCell(desk[column]),
    })),
  };
}

/**
 * The rows of a directory's file. Its columns may stand in any order and be named in either language of the desk; each must be there once, and no
 * other.
 */
export function readDirectorySheet(sheet: string): { rows: FileRow[]; problems: FileProblem[] } {
  const { rows, brokenAt } = sheetRows(sheet);
  if (rows === null) return { rows: [], problems: [{ line: brokenAt, column: null, message: "fileQuotes" }] };
  const [head, ...body] = rows;
  if (head === undefined) return { rows: [], problems: [] };
  const known = new Map(
    (["ja", "en"] as const).flatMap((locale) =>
      fileColumns.map((column) => [fileColumnName(text(locale).t, column), column] as const),
    ),
  );
  const columns = head.cells.map((name) => known.get(name.trim()));
  const problems: FileProblem[] = fileColumns
    .filter((column) => columns.filter((one) => one === column).length !== 1)
    .map((column) => ({ line: head.line, column, message: "fileColumnMissing" }));
  if (columns.some((column) => column === undefined))
    problems.push({ line: head.line, column: null, message: "fileColumnUnknown" });
  if (problems.length > 0) return { rows: [], problems };
  return {
    rows: body.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(columns.map((column, at) => [column as FileColumn, cells[at] ?? ""])) as FileCells,
    })),
    problems: body
      .filter(({ cells }) => cells.length !== columns.length)
      .map(({ line }) => ({ line, column: null, message: "fileCellCount" })),
  };
}
