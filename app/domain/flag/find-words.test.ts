import { describe, expect, it } from "vitest";
import { forMatching } from "#app/domain/shared/normalize-text.ts";
import { findWords } from "./find-words.ts";

const found = (text: string, ...words: string[]) =>
  findWords(text, words.map(forMatching)).map(({ start, end }) =>
    start === null ? null : text.slice(start, end ?? undefined),
  );

describe("words to watch", () => {
  it("are found whatever the width, the case and the kana, with their place in the text as it was typed", () => {
    expect(found("これは詐欺だ。ＳＡＧＩだ。サギだ。", "詐欺", "sagi", "さぎ")).toEqual(["詐欺", "ＳＡＧＩ", "サギ"]);
    expect(found("詐\u200b欺に注意", "詐欺")).toEqual(["詐\u200b欺"]);
  });

  it("are found wherever they stand", () => {
    expect(found("バカと馬鹿とばか", "ばか")).toEqual(["バカ", "ばか"]);
  });

  it("in Latin letters are not found inside longer words", () => {
    expect(found("a class of 2026, and an ass", "ass")).toEqual(["ass"]);
    expect(found("classic", "ass")).toEqual([]);
  });

  it("without a place are still found", () => {
    // an older form of a kanji is compared in its usual form
    expect(found("龍巻に注意", "竜巻")).toEqual([null]);
  });

  it("leave everything else alone", () => {
    expect(found("町内会の回覧を電子でも読めるように", "詐欺", "ばか")).toEqual([]);
    expect(findWords("何も探さない", [])).toEqual([]);
  });
});
