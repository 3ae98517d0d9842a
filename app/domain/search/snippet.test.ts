import { describe, expect, it } from "vitest";
import { queryTerms } from "#app/domain/shared/normalize-text.ts";
import { forRandom } from "#tests/support/random.ts";
import { snippet } from "./snippet.ts";

const shown = (text: string, query: string, whole = false) =>
  snippet(text, queryTerms(query), whole)
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join("");

describe("a snippet", () => {
  it("marks every word looked for, however it is written", () => {
    expect(shown("ＩＣＴとﾎﾟｲﾝﾄ、髙﨑さんの公園", "ict ポイント 高崎 公園")).toBe(
      "[ＩＣＴ]と[ﾎﾟｲﾝﾄ]、[髙﨑]さんの[公園]",
    );
  });

  it("keeps the long-vowel mark of a word", () => {
    expect(shown("ベビーカーとサービスのこと", "ベビーカー サービス")).toContain("[サービス]");
    expect(shown("センターのこと", "センター")).toContain("[センタ]");
  });

  it("starts shortly before the first word found in a long text", () => {
    const result = shown(`${"あ".repeat(500)}公園${"い".repeat(500)}`, "公園");
    expect(result).toBe(`…${"あ".repeat(30)}[公園]${"い".repeat(88)}…`);
  });

  it("shows the beginning of a text without any of the words, and all of a short one", () => {
    expect(shown("短い文", "公園")).toBe("短い文");
    expect(shown("あ".repeat(200), "公園")).toBe(`${"あ".repeat(120)}…`);
  });

  it("shows a title whole", () => {
    expect(shown(`${"あ".repeat(150)}公園`, "公園", true)).toBe(`${"あ".repeat(150)}[公園]`);
  });

  it("never cuts a character, and adds and loses nothing but white space", () => {
    const family = "👨‍👩‍👧";
    expect(shown(family.repeat(200), "公園")).toBe(`${family.repeat(120)}…`);
    forRandom(200, (random) => {
      const text = random.text("公園ガが゛ﾞーｰ%_𠮷é e\u0301👨‍👩‍👧 \nA", 60);
      const parts = snippet(text, queryTerms(random.pick(["公園", "が", "e", "%", "ー", "𠮷"])), true);
      expect([text, parts.map((part) => part.text).join("")]).toEqual([text, text.replace(/\s+/g, " ").trim()]);
    });
  });
});
