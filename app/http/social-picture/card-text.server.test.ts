import { describe, expect, it } from "vitest";
import { drawable, setText, widthInEm } from "./card-text.server.ts";

const title = {
  width: 1056,
  sizes: [
    { size: 76, most: 2 },
    { size: 58, most: 3 },
  ],
  weight: 700,
} as const;

describe("the words of a picture", () => {
  it("are people's own, also with names that few fonts know", () => {
    expect(drawable("髙﨑𠮷さんの窓口 (A棟)", 700)).toBe("髙﨑𠮷さんの窓口 (A棟)");
  });

  it("leave out emoji with the space around it, and characters that only steer", () => {
    expect(drawable("公園に 👨‍👩‍👧🎉 ベンチを\u202e", 700)).toBe("公園に ベンチを");
    expect(drawable("葛\u{e0100}城の道", 700)).toBe("葛城の道");
  });

  it("mark a kanji that the font lacks as printers do, and spell out what has a plain spelling", () => {
    expect(drawable("𰻞の看板を直してほしい", 700)).toBe("〓の看板を直してほしい");
    expect(drawable("テーマⅦ", 700)).toBe("テーマVII");
  });

  it.each(["مرحبا بالعالم", "🎉🎉", "", "   ", "שלום 市"])("are none when most of %j cannot be drawn", (text) => {
    expect(drawable(text, 700)).toBeNull();
  });
});

describe("the lines of a picture", () => {
  it("break between phrases, and between words in English", () => {
    const { lines } = setText("図書館の休館日をカレンダーに入れてほしい", title);
    expect(lines.join("")).toBe("図書館の休館日をカレンダーに入れてほしい");
    expect(lines.length).toBe(2);
    expect(lines[0]).toMatch(/(の|を|に)$/);
    for (const line of setText("Let people book a slot at the counter from their phone", title).lines)
      expect(line).toMatch(/^\S.*\S$/);
  });

  it.each(["あいうえおかきくけこ".repeat(20), "x".repeat(200), "word ".repeat(40).trim(), "髙﨑𠮷".repeat(66)])(
    "are at most three for 200 characters, each within the width, the last with an ellipsis: %#",
    (text) => {
      const { size, lines } = setText(text, title);
      expect(lines).toHaveLength(3);
      for (const line of lines) expect(widthInEm(line, 700) * size).toBeLessThanOrEqual(title.width);
      expect(lines[2]).toMatch(/…$/);
    },
  );

  it("are the largest that fit, and end where the text says so", () => {
    expect(setText("短い題", title)).toEqual({ size: 76, lines: ["短い題"] });
    expect(setText("気づいたことを、市へ。\n市が必ず答えます。", title).lines).toEqual([
      "気づいたことを、市へ。",
      "市が必ず答えます。",
    ]);
    expect(setText("", title).lines).toEqual([]);
  });
});
