import { describe, expect, it } from "vitest";
import { compareTexts } from "./compare-texts.ts";

describe("comparing texts", () => {
  it("tells what was taken out and put in, by sentences", () => {
    expect(
      compareTexts("一行目です。二行目です。\n三行目", "一行目です。新しい二行目です。\n三行目\n\nおわり"),
    ).toEqual([
      { kind: "same", text: "一行目です。" },
      { kind: "removed", text: "二行目です。" },
      { kind: "added", text: "新しい二行目です。" },
      { kind: "same", text: "\n三行目" },
      { kind: "added", text: "\n\nおわり" },
    ]);
  });

  it("leaves numbers and quotations whole", () => {
    expect(compareTexts("It costs 3.50 yen. Fine.", "It costs 4.50 yen. Fine.")).toEqual([
      { kind: "removed", text: "It costs 3.50 yen. " },
      { kind: "added", text: "It costs 4.50 yen. " },
      { kind: "same", text: "Fine." },
    ]);
    expect(compareTexts("「はい。」と言った。", "「はい。」と答えた。")?.[0]).toEqual({
      kind: "same",
      text: "「はい。」",
    });
  });

  it.each(["", "一つ。", "a\r\nb", "。。!?", "一。\n\n\n二。"])("gives both texts again (%j)", (text) => {
    const after = `${text}もう一つ。\n終わり`;
    const changes = compareTexts(text, after) ?? [];
    const read = (kind: string) =>
      changes
        .filter((change) => change.kind !== kind)
        .map((change) => change.text)
        .join("");
    expect([read("added"), read("removed")]).toEqual([text.replace(/\r\n/g, "\n"), after.replace(/\r\n/g, "\n")]);
  });

  it("has nothing to say of the same text, nor of what would take too long", () => {
    expect(compareTexts("同じ。", "同じ。")).toBeNull();
    expect(compareTexts("長い。".repeat(10_000), "長い。".repeat(10_001))).toBeNull();
  });
});
