import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { type Sheet, sheetStream } from "./spreadsheet.server.ts";

type Row = { word: string; count: number; day: string | null; at: string };

const sheet = (batches: AsyncIterable<Row[]>): Sheet<Row> => ({
  name: "一覧",
  batches,
  columns: [
    { header: "言葉", cell: (row) => row.word },
    { header: "数", kind: "number", cell: (row) => row.count },
    { header: "日", kind: "day", cell: (row) => row.day },
    { header: "日時", kind: "time", cell: (row) => row.at },
  ],
});

const rowOf = (word: string): Row => ({ word, count: 3, day: "2026-11-24", at: "2026-11-23T15:00:01.000Z" });

const plain = [
  'a "quoted" word',
  "two\nlines",
  "two\r\nlines",
  "comma, and; semicolon",
  "髙﨑𠮷",
  "👨‍👩‍👧 🍣",
  "",
  " space ",
  "'already",
  "</t></is>&amp;",
];
const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://evil.example","x")', "＝1"];

async function* batchesOf(...batches: Row[][]) {
  yield* batches;
}

const bytesOf = async (format: "csv" | "xlsx", ...batches: Row[][]) =>
  Buffer.from(await new Response(sheetStream(sheet(batchesOf(...batches)), format)).arrayBuffer());
const csvOf = async (...batches: Row[][]) => (await bytesOf("csv", ...batches)).toString("utf8");

describe("a list as CSV", () => {
  it("comes back from a parser as it went in, with the mark of UTF-8 and line ends as RFC 4180 has them", async () => {
    const bytes = await bytesOf("csv", plain.map(rowOf));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const written = bytes.toString("utf8");
    expect(written.startsWith("\ufeff言葉,数,日,日時\r\n")).toBe(true);
    expect(written.endsWith("\r\n")).toBe(true);
    // quoted, for readers that take any line break for the end of a row
    expect(written).toContain('\r\n"two\nlines",3');
    const rows: string[][] = parse(bytes, { bom: true });
    expect(rows).toEqual([
      ["言葉", "数", "日", "日時"],
      ...plain.map((word) => [word, "3", "2026-11-24", "2026-11-24 00:00:01"]),
    ]);
  });

  it("puts an apostrophe before what a spreadsheet would take for a formula", async () => {
    const rows: string[][] = parse(await csvOf(formulas.map(rowOf)), { bom: true, from: 2, record_delimiter: "\r\n" });
    expect(rows.map(([word]) => word)).toEqual(formulas.map((word) => `'${word}`));
  });

  it("has its heading and one mark alone, also without rows and in several batches", async () => {
    expect(await csvOf([])).toBe("\ufeff言葉,数,日,日時\r\n");
    const several = await csvOf([rowOf("a")], [], [rowOf("b")]);
    expect(several.match(/\ufeff/g)).toHaveLength(1);
    expect(several.split("\r\n")).toHaveLength(4);
  });
});

describe("a list as XLSX", () => {
  it("opens in another program's reader with texts, numbers, days and times", async () => {
    const words = [...plain.filter((word) => word !== ""), ...formulas];
    const [found] = await readXlsxFile(await bytesOf("xlsx", words.map(rowOf)), { trim: false });
    expect(found?.sheet).toBe("一覧");
    const [head, ...rows] = found?.data ?? [];
    expect(head).toEqual(["言葉", "数", "日", "日時"]);
    // XML has one kind of line end
    expect(rows.map(([word]) => String(word).replaceAll("\r\n", "\n"))).toEqual(
      words.map((word) => word.replaceAll("\r\n", "\n")),
    );
    for (const [, count, day, at] of rows) {
      expect(count).toBe(3);
      expect(day).toEqual(new Date("2026-11-24T00:00:00Z"));
      expect(at).toEqual(new Date("2026-11-24T00:00:01Z"));
    }
  });

  it("holds no code points that are no characters: XML refuses them", async () => {
    const words = ["公\uFFFE園\uFFFF", "\uFFFE", "a\uFDD0b\u{1FFFF}"];
    const bytes = await bytesOf("xlsx", words.map(rowOf));
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.slice(1).map(([word]) => word)).toEqual(["公園", "", "ab"]);
  });

  it("keeps words that spreadsheets would read as an escaped character", async () => {
    const words = ["_x0041_", "file_x000D_x00e9_.pdf", "_x005F_", "_x41_ a_b"];
    const bytes = await bytesOf("xlsx", words.map(rowOf));
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.slice(1).map(([word]) => word)).toEqual(words);
  });

  it("cuts off what no cell can hold, between characters", async () => {
    const [found] = await readXlsxFile(await bytesOf("xlsx", [rowOf(`${"あ".repeat(32_766)}𠮷`)]));
    expect(String(found?.data[1]?.[0])).toBe(`${"あ".repeat(32_766)}\ufffd`);
  });
});

describe("a list of 20,000 rows", () => {
  /** Batches of 500 that count how often they were asked for, with words that do not shrink when compressed. */
  function counted() {
    const count = { batches: 0, ended: false };
    async function* batches() {
      try {
        for (let batch = 0; batch < 40; batch += 1) {
          count.batches += 1;
          yield Array.from({ length: 500 }, () => rowOf(Array.from({ length: 20 }, () => crypto.randomUUID()).join()));
        }
      } finally {
        count.ended = true;
      }
    }
    return { count, sheet: sheet(batches()) };
  }

  it.each(["csv", "xlsx"] as const)("as %s is made while it is taken, and no further", async (format) => {
    const { count, sheet: long } = counted();
    const reader = sheetStream(long, format).getReader();
    for (let read = 0; read < 40_000; ) read += (await reader.read()).value?.length ?? 0;
    await reader.cancel();
    await expect.poll(() => count.ended).toBe(true);
    expect(count.batches).toBeLessThanOrEqual(4);
  });

  it.each(["csv", "xlsx"] as const)("as %s is whole", async (format) => {
    const { count, sheet: long } = counted();
    const bytes = Buffer.from(await new Response(sheetStream(long, format)).arrayBuffer());
    const rows = format === "csv" ? parse(bytes, { bom: true }) : (await readXlsxFile(bytes))[0]?.data;
    expect(rows).toHaveLength(20_001);
    expect(count).toEqual({ batches: 40, ended: true });
  });
});
