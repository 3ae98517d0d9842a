import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { FileCells } from "#app/domain/directory/directory-file.ts";
import { fileColumns } from "#app/domain/directory/directory-file.ts";
import { readPostedForm } from "./desk-form.server.ts";
import { directorySheet, readDirectorySheet } from "./directory-sheet.server.ts";
import type { RouteArgs } from "./route-args.ts";
import { sheetStream } from "./spreadsheet.server.ts";
import { mostSheetBytes, reversibleCell, sheetRows, unescapedCell, uploadedText } from "./uploaded-sheet.server.ts";

function posted(bytes: Uint8Array | string) {
  const body = new FormData();
  body.set("file", new File([bytes as BlobPart], "a.csv"));
  return readPostedForm({
    request: new Request("http://localhost/", { method: "POST", body }),
  } as unknown as RouteArgs);
}

describe("a CSV file from a form", () => {
  const words = "担当,電話\r\n髙橋①㈱～,0144-32-6169\r\n";
  const text = "担当,電話\n髙橋①㈱～,0144-32-6169\n";

  it.each([
    ["UTF-8", new TextEncoder().encode(words)],
    ["UTF-8 with a byte order mark", new TextEncoder().encode(`\uFEFF${words}`)],
    ["Shift_JIS as Excel writes it", new Uint8Array(iconv.encode(words, "windows-31j"))],
  ])("is read as %s", async (_name, bytes) => {
    expect(await uploadedText(await posted(bytes), "file")).toBe(text);
  });

  it.each([
    ["no file", "", "required"],
    ["a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), "fileEncoding"],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0xfd]), "fileEncoding"],
    ["too much", "a".repeat(mostSheetBytes + 1), "fileTooLarge"],
  ])("is refused: %s", async (_name, bytes, problem) => {
    await expect(uploadedText(await posted(bytes), "file")).rejects.toMatchObject({ fields: { file: [problem] } });
  });

  it("gives its rows numbered as a spreadsheet does, without empty ones", () => {
    expect(sheetRows('a,b\r\n"1\r\n2",3\r\n,\r\n\r\n4,5\r\n')).toEqual({
      rows: [
        { line: 1, cells: ["a", "b"] },
        { line: 2, cells: ["1\n2", "3"] },
        { line: 5, cells: ["4", "5"] },
      ],
      brokenAt: null,
    });
    expect(sheetRows('a,b\n1,"2\n')).toMatchObject({ rows: null, brokenAt: expect.any(Number) });
  });
});

describe("the directory as a sheet", () => {
  const desk = Object.fromEntries(fileColumns.map((column) => [column, `${column} 値`])) as FileCells;
  const written = async (locale: "ja" | "en", cells: FileCells) => {
    const bytes = await new Response(sheetStream(directorySheet(locale, [cells]), "csv")).bytes();
    return uploadedText(await posted(bytes), "file");
  };

  it.each(["=1+1", "+81", "-5", "@me", "\tx", "＝1", "'=1", "''@x", "'quoted'", "a,b", '"', "二行\nめ", "'"])(
    "comes back as it was: %j",
    async (value) => {
      const cells = { ...desk, "duty.ja": value };
      const sheet = await written("ja", cells);
      expect(readDirectorySheet(sheet)).toEqual({ rows: [{ line: 2, cells }], problems: [] });
    },
  );

  it("has no cell that a spreadsheet takes for a formula", async () => {
    expect(await written("ja", { ...desk, "duty.ja": "=1+1" })).toContain(",'=1+1,");
    expect(unescapedCell(`'${reversibleCell("=1")}`)).toBe("=1");
    expect(reversibleCell("'=1")).toBe("''=1");
  });

  it("is read in either language of the desk and with its columns in any order", async () => {
    expect(readDirectorySheet(await written("en", desk)).rows).toEqual([{ line: 2, cells: desk }]);
    const { rows } = sheetRows(await written("ja", desk));
    const turned = rows?.map(({ cells }) => cells.toReversed().join(",")).join("\n");
    expect(readDirectorySheet(turned ?? "").rows).toEqual([{ line: 2, cells: desk }]);
  });

  it("says which columns are missing or unknown, and which rows are too short", async () => {
    const sheet = await written("ja", desk);
    expect(readDirectorySheet(sheet.replace("電話", "でんわ")).problems).toEqual([
      { line: 1, column: "phone", message: "fileColumnMissing" },
      { line: 1, column: null, message: "fileColumnUnknown" },
    ]);
    expect(readDirectorySheet(`${sheet}a,b\n`).problems).toEqual([{ line: 3, column: null, message: "fileCellCount" }]);
    expect(readDirectorySheet('"').problems).toMatchObject([{ message: "fileQuotes" }]);
  });
});
