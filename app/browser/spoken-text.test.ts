import { describe, expect, it } from "vitest";
import { sentencesOf, spoken } from "./spoken-text.ts";

const cut = (text: string, lang: "ja" | "en" = "ja") =>
  sentencesOf(text, lang).map(({ start, end }) => text.slice(start, end));

describe("a text read aloud", () => {
  it.each([
    ["一つ目です。二つ目です！三つ目ですか？", ["一つ目です。", "二つ目です！", "三つ目ですか？"]],
    ["「はい。」と答えました。次です。", ["「はい。」と答えました。", "次です。"]],
    ["「終わりです。」次です。", ["「終わりです。」", "次です。"]],
    ["見出し", ["見出し"]],
    ["一行目\n二行目です", ["一行目", "二行目です"]],
    ["  前と後の空白。  \n ", ["前と後の空白。"]],
    ["。。。\n・", []],
    ["", []],
  ])("is cut into Japanese sentences: %s", (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it.each([
    ["One thing. Another one! A third?", ["One thing.", "Another one!", "A third?"]],
    ["Call Dr. Sato, e.g. at 9.30 a.m. or later.", ["Call Dr. Sato, e.g. at 9.30 a.m. or later."]],
    ['She said "Yes." Then she left.', ['She said "Yes."', "Then she left."]],
    ["R8-0042 has 3.5 parts. 4 remain.", ["R8-0042 has 3.5 parts.", "4 remain."]],
  ])("is cut into English sentences: %s", (text, expected) => {
    expect(cut(text, "en")).toEqual(expected);
  });

  it("is cut at a comma where a sentence is too long for one breath, and loses nothing", () => {
    const text = `${"市の窓口で受け付ける書類について、".repeat(20)}お知らせします。`;
    const pieces = cut(text);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(161);
    expect(pieces.join("")).toBe(text);
    const without = "あ".repeat(400);
    expect(cut(without)).toEqual([without]);
  });

  it("has the city's readings, the longest word first, each place once", () => {
    const readings = [
      ["拓勇西町", "たくゆうにしまち"],
      ["拓勇", "たくゆう"],
      ["協働", "きょうどう"],
    ] as const;
    expect(spoken("拓勇西町と\n  拓勇の協働", readings)).toBe("たくゆうにしまちと たくゆうのきょうどう");
    expect(spoken("市民", [])).toBe("市民");
  });
});
