import { describe, expect, it } from "vitest";
import { forRandom } from "#tests/support/random.ts";
import { formatReceiptNumber, parseReceiptNumber } from "./receipt-number.ts";

describe("formatReceiptNumber", () => {
  it("has at least four digits and grows beyond them", () => {
    expect(formatReceiptNumber({ era: "R", eraYear: 8, sequence: 42 })).toBe("R8-0042");
    expect(formatReceiptNumber({ era: "R", eraYear: 10, sequence: 1 })).toBe("R10-0001");
    expect(formatReceiptNumber({ era: "R", eraYear: 8, sequence: 123_456 })).toBe("R8-123456");
  });

  it("refuses what is not a receipt number", () => {
    const good = { era: "R", eraYear: 8, sequence: 42 };
    const bad = [{ era: "r" }, { era: "令和" }, { era: "" }, { eraYear: 0 }, { eraYear: 100 }, { eraYear: 1.5 }];
    const worse = [{ sequence: 0 }, { sequence: -1 }, { sequence: Number.NaN }, { sequence: 10_000_000 }];
    for (const part of [...bad, ...worse]) {
      expect(() => formatReceiptNumber({ ...good, ...part })).toThrow(RangeError);
    }
  });
});

describe("parseReceiptNumber", () => {
  it.each([
    "R8-0042",
    "r8-42",
    "r8ー42",
    "Ｒ８－００４２",
    "ｒ８‐４２",
    " R8 − 0042 ",
    "R8 0042",
    "R8\u30000042",
    "R08-0042",
    "R8—42",
    "R8-000042",
    "受付番号：R8-0042",
    "No.R8-42",
    "#R8-0042",
    "R8-00\u200B42",
  ])("reads %s", (typed) => {
    expect(parseReceiptNumber(typed)).toBe("R8-0042");
  });

  it.each([
    "",
    "R8",
    "R8-",
    "R80042",
    "8-0042",
    "R-0042",
    "R0-0042",
    "R8-0000",
    "R8-0042-1",
    "R8--0042",
    "RR8-0042",
    "R8-42円",
    "R123-0042",
    "R8-12345678",
    `R8-${"0".repeat(50)}42`,
    "R8-0042\nR8-0043",
    "あ",
    `R8-${" ".repeat(100_000)}42`,
  ])("does not read %j", (typed) => {
    expect(parseReceiptNumber(typed)).toBeNull();
  });

  it("reads every number that was formatted, however it is typed", () => {
    forRandom(1_000, (random) => {
      const parts = {
        era: random.pick(["R", "H", "X"]),
        eraYear: 1 + random.integer(99),
        sequence: 1 + random.integer(random.pick([50, 9_999, 9_999_999])),
      };
      const canonical = formatReceiptNumber(parts);
      expect(parseReceiptNumber(canonical)).toBe(canonical);
      const dash = random.pick(["-", "ー", "－", "−", "‐", " - ", "\u3000"]);
      const typed = `${parts.era.toLowerCase()}${parts.eraYear}${dash}${parts.sequence}`;
      expect(parseReceiptNumber(typed)).toBe(canonical);
      const wide = typed.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      expect(parseReceiptNumber(wide)).toBe(canonical);
    });
  });
});
