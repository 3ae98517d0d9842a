import { describe, expect, it } from "vitest";
import { isLocale, locales, localizedTextSchema, pick } from "./localized-text.ts";

const greeting = { ja: "こんにちは", easy: "こんにちは。", en: "Hello" };

describe("isLocale", () => {
  it("accepts exactly the three languages", () => {
    expect(locales.every(isLocale)).toBe(true);
    for (const other of ["", "JA", "ja-JP", "fr", "constructor", "__proto__", null, undefined, 0, ["ja"]]) {
      expect(isLocale(other)).toBe(false);
    }
  });
});

describe("localizedTextSchema", () => {
  it("accepts a text in every language and trims it", () => {
    expect(localizedTextSchema(10).parse({ ...greeting, en: "  Hello \n" })).toEqual(greeting);
  });

  it("names the language that is missing, blank or too long", () => {
    for (const locale of locales) {
      for (const [broken, message] of [
        ["", "required"],
        ["  \n", "required"],
        ["x".repeat(11), "tooLong"],
      ] as const) {
        const result = localizedTextSchema(10).safeParse({ ...greeting, [locale]: broken });
        expect(result.error?.issues.map((issue) => [issue.path, issue.message])).toEqual([[[locale], message]]);
      }
      const { [locale]: _left, ...incomplete } = greeting;
      expect(localizedTextSchema(10).safeParse(incomplete).error?.issues).toMatchObject([
        { path: [locale], message: "required" },
      ]);
    }
  });

  it("accepts a text of exactly the longest length", () => {
    const text = { ja: "あ".repeat(10), easy: "あ", en: "x" };
    expect(localizedTextSchema(10).parse(text)).toEqual(text);
  });
});

describe("pick", () => {
  it("gives the asked language", () => {
    for (const locale of locales) expect(pick(greeting, locale)).toBe(greeting[locale]);
  });

  it("falls back to Japanese first, then to whatever there is", () => {
    expect(pick({ ja: "あ", easy: "", en: "a" }, "easy")).toBe("あ");
    expect(pick({ ja: "あ" }, "en")).toBe("あ");
    expect(pick({ easy: "い", en: "a" }, "ja")).toBe("い");
    expect(pick({ en: "a" }, "easy")).toBe("a");
    expect(pick({}, "ja")).toBe("");
  });
});
