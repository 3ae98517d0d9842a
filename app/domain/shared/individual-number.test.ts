import { describe, expect, it } from "vitest";
import { forRandom } from "#tests/support/random.ts";
import { containsIndividualNumber, findIndividualNumbers, isIndividualNumber } from "./individual-number.ts";

/** A made-up number with a fitting check digit. */
const sample = "123456789018";
const found = (text: string) => findIndividualNumbers(text).map((finding) => [finding.confidence, finding.text]);

describe("isIndividualNumber", () => {
  it("checks twelve half-width digits", () => {
    expect(isIndividualNumber(sample)).toBe(true);
    for (const other of [
      "123456789012",
      "12345678901",
      "1234567890188",
      "１２３４５６７８９０１８",
      "1234-5678-9018",
      "",
    ]) {
      expect(isIndividualNumber(other)).toBe(false);
    }
  });

  it("accepts exactly one check digit for any eleven digits, and notices every single wrong digit but those the rule cannot", () => {
    forRandom(500, (random) => {
      const base = Array.from({ length: 11 }, () => random.integer(10)).join("");
      const fitting = Array.from({ length: 10 }, (_, digit) => `${base}${digit}`).filter(isIndividualNumber);
      expect([base, fitting.length]).toEqual([base, 1]);
      const value = fitting[0] ?? "";
      // Remainders 0 and 1 share the check digit 0, so only numbers with another one are safe from every single error.
      if (value.endsWith("0")) return;
      const place = random.integer(11);
      const wrong = (Number(value[place]) + 1 + random.integer(9)) % 10;
      expect(isIndividualNumber(value.slice(0, place) + wrong + value.slice(place + 1))).toBe(false);
    });
  });
});

describe("findIndividualNumbers", () => {
  it.each([
    `${sample}`,
    `番号は${sample}です`,
    "1234-5678-9018",
    "1234 5678 9018",
    "１２３４ー５６７８ー９０１８",
    "1234−5678−9018",
    "1234・5678・9018",
    "1234\u30005678\u30009018",
    "12\u200B3456789018",
    "連絡先 1234-5678-9018 0144-32-6169",
    `${sample} 0144-32-6169`,
    `${sample} 2026年`,
    "マイナンバー 202404010001",
    "個人番号 2020-2021-2022",
    `1. 1234-5678-9018`,
    `① ${sample}`,
    "マイナンバー:12-34-56-78-90-18",
    "個人番号 123-456-789-018",
    "My Number: 1 2 3 4 5 6 7 8 9 0 1 8",
    `ID${sample} (個人番号)`,
    "1234-5678-9018-0000 がマイナンバーです",
    "2018 2132 2249",
    "2018-2132-2249 人口の資料",
    "2018 2132 2249年金の番号",
    "2018 2132 2249名前は見本です",
    "個人番号 1200 1300 1400",
    "マイナンバーは2018 2132 2249回見ました",
  ])("is certain about %j", (text) => {
    expect(found(text).map(([confidence]) => confidence)).toEqual(["high"]);
    expect(containsIndividualNumber(text)).toBe(true);
  });

  it.each([
    ["マイナンバー 123456789012", "mid"],
    ["マイナンバー 1234-5678-9012", "mid"],
    [`ID${sample}`, "mid"],
    [`https://tomakomai.example/a/${sample}`, "mid"],
    [`12-${sample}`, "mid"],
    ["12-34-56-78-90-18", "low"],
    ["1-2345-6789-018", "low"],
    ["1234 5678 9018 2026 11", "mid"],
    ["202404010001", "mid"],
  ])("only suspects %j", (text, confidence) => {
    expect(found(text).map(([only]) => only)).toEqual([confidence]);
    expect(containsIndividualNumber(text)).toBe(false);
  });

  it.each([
    "",
    "123456789012",
    "1234-5678-9012",
    `1${sample}`,
    `${sample}0`,
    "1000020012131",
    "法人番号 1-0000-2001-2131",
    "1-1234-5678-9018",
    "2020-2021-2022",
    "年度ごとの数は1200 1300 1400でした。",
    "2400-2700-2200",
    "1010 1020 1030",
    "2018 2132 2249人",
    "2018 2132 2249年度",
    "2018 2132 2249件以上",
    "0144-32-6169",
    "090-0000-0000",
    "000000000000",
    "4111-1111-1111-1111",
    "令和8年度 1,234,567円 2026-11-22",
  ])("leaves %j alone", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("gives the place in the original text", () => {
    const text = "👪の番号は㈱ １２３４ー５６７８ー９０１８ です";
    const [finding] = findIndividualNumbers(text);
    expect(finding?.text).toBe("１２３４ー５６７８ー９０１８");
    expect(text.slice(finding?.start, finding?.end)).toBe(finding?.text);
  });

  it("finds two numbers, each at its place", () => {
    const text = `${sample}、1234-5678-9018`;
    expect(findIndividualNumbers(text).map(({ start, end }) => [start, end])).toEqual([
      [0, 12],
      [13, 27],
    ]);
  });

  it("finds a hidden number in any text around it", () => {
    forRandom(500, (random) => {
      const base = Array.from({ length: 11 }, () => random.integer(10)).join("");
      const value = Array.from({ length: 10 }, (_, digit) => `${base}${digit}`).find(isIndividualNumber) ?? "";
      if (/^0+$/.test(value)) return;
      const separator = random.pick(["", "-", " ", "ー", "　"]);
      const written = [value.slice(0, 4), value.slice(4, 8), value.slice(8)].join(separator);
      const text = `${random.text("あ髙。\n👪", 20)}:${written}。${random.text("あ髙。\n👪", 20)}`;
      expect([text, found(text)]).toEqual([text, [["high", written]]]);
    });
  });

  it("takes time in proportion to the text", () => {
    const started = performance.now();
    for (const text of [
      "1".repeat(20_000),
      "1 ".repeat(10_000),
      "1-2 ".repeat(5_000),
      "1234-".repeat(4_000),
      "- ".repeat(10_000),
    ]) {
      findIndividualNumbers(text);
      findIndividualNumbers(`マイナンバー${text}`);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
