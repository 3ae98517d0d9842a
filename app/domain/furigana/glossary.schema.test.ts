import { describe, expect, it } from "vitest";
import { termSchema } from "./glossary.schema.ts";

const input = { term: "拓勇西町", reading: "たくゆうにしまち", note: "東部の町" };

describe("a word for the glossary as it is typed", () => {
  const problems = (values: Partial<typeof input>) => {
    const result = termSchema.safeParse({ ...input, ...values });
    return result.success
      ? {}
      : Object.fromEntries(result.error.issues.reverse().map((one) => [one.path.join("."), one.message]));
  };

  it("becomes hiragana, of katakana of either width", () => {
    const typed = { term: " 沼ノ端 ", reading: "ヌマノ ﾊﾀ", note: " " };
    expect(termSchema.parse(typed)).toEqual({ term: "沼ノ端", reading: "ぬまのはた", note: "" });
    expect(problems({ term: "子育てセンター", reading: "コソダテセンター" })).toEqual({});
  });

  it.each([
    [{ term: "" }, { term: "required" }],
    [{ term: "ウトナイ", reading: "うとない" }, { term: "kanjiNeeded" }],
    [{ term: "拓勇 西町" }, { term: "wordOnly" }],
    [{ term: "協".repeat(41) }, { term: "tooLong" }],
    [{ reading: "" }, { reading: "required" }],
    [{ reading: "takuyu" }, { reading: "hiraganaOnly" }],
    [{ reading: "拓ゆう" }, { reading: "hiraganaOnly" }],
    [{ term: "沼ノ端", reading: "ぬまはた" }, { reading: "readingDoesNotFit" }],
    [{ note: "長".repeat(201) }, { note: "tooLong" }],
  ])("is refused: %j", (values, expected) => {
    expect(problems(values)).toMatchObject(expected);
  });
});
