import { describe, expect, it } from "vitest";
import { fontFile, subsetOf, widthOf } from "./picture-fonts.ts";

describe("the font of pictures", () => {
  it("draws the kanji of names that stand outside the common sets", () => {
    for (const character of "髙﨑𠮷鷗苫牧①〓") expect([character, widthOf(character, 700)]).toEqual([character, 1]);
  });

  it("knows that a Latin letter is narrower than a kana, and a bold one wider than a regular one", () => {
    expect(widthOf("あ", 400)).toBe(1);
    expect(widthOf("i", 400)).toBeLessThan(0.4);
    expect(widthOf("A", 700)).toBeGreaterThan(widthOf("A", 400) ?? 1);
  });

  it("says of emoji and other scripts that it cannot draw them", () => {
    for (const character of "🎉😀معह") expect([character, widthOf(character, 700)]).toEqual([character, null]);
    expect(subsetOf(0x10fffd)).toBeUndefined();
  });

  it("is read from small files, each of which holds what its name promises", () => {
    const subset = subsetOf(0x9ad9) ?? "";
    expect(subset).not.toBe("");
    expect(fontFile(subset, 400).length).toBeLessThan(100_000);
    expect(widthOf("髙", 400)).toBe(1);
  });
});
