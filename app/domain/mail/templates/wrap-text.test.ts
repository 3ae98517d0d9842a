import { describe, expect, it } from "vitest";
import { forRandom } from "#tests/support/random.ts";
import { displayWidth, linesOf, wrapLine, wrapText } from "./wrap-text.ts";

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["あ", 2],
    ["ｱ", 1],
    ["髙﨑", 4],
    ["𠮷", 2],
    ["葛󠄀", 2],
    ["がぎ", 4],
    ["é", 1],
    ["👩‍👧‍👦", 2],
    ["…①", 4],
    ["שלום", 4],
    ["a\u202eb", 2],
  ])("of %j is %i", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("wrapLine", () => {
  it("breaks Japanese between characters at the width", () => {
    expect(wrapLine("あいうえおかきくけこ", 8)).toEqual(["あいうえ", "おかきく", "けこ"]);
  });

  it("breaks English at spaces and drops the space", () => {
    expect(wrapLine("one two three four", 9)).toEqual(["one two", "three", "four"]);
  });

  it("puts no closing mark or full stop at the start of a line and no opening mark at its end", () => {
    expect(wrapLine("あいうえ。おか", 8)).toEqual(["あいう", "え。おか"]);
    expect(wrapLine("あいう「えお」", 8)).toEqual(["あいう", "「えお」"]);
    expect(wrapLine("あいう、「えお", 8)).toEqual(["あいう、", "「えお"]);
  });

  it("never breaks an address, however long", () => {
    const address = `https://example.com/${"a".repeat(100)}?x=1&y=2`;
    expect(wrapLine(`次の ${address} を見る`, 20)).toEqual(["次の", address, "を見る"]);
  });

  it("breaks a word only if it alone is too long", () => {
    expect(wrapLine("aaaaaaaaaa bbb", 4)).toEqual(["aaaa", "aaaa", "aa", "bbb"]);
  });

  it("keeps a number with what it counts", () => {
    expect(wrapLine("あいう12月", 8)).toEqual(["あいう", "12月"]);
    expect(wrapLine("https://example.com/1月", 8)).toEqual(["https://example.com/1", "月"]);
  });

  it("keeps what belongs together: emoji, combining marks, variants of kanji", () => {
    expect(wrapLine("👩‍👧‍👦👩‍👧‍👦がが葛󠄀", 4)).toEqual(["👩‍👧‍👦👩‍👧‍👦", "がが", "葛󠄀"]);
  });

  it("gives an empty line for an empty line", () => {
    expect(wrapLine("", 10)).toEqual([""]);
  });

  it("loses nothing but white space and is never too wide, whatever is in it", () => {
    forRandom(400, (random) => {
      const line = random.text("あいう。、「」abcXYZ 0１２ｱ…👍🏽がé\u202eשל()!?", 120);
      const wrapped = wrapLine(line, 20);
      expect([line, wrapped.join("").replace(/\s/gu, "")]).toEqual([line, line.replace(/\s/gu, "")]);
      expect([line, wrapped.filter((part) => displayWidth(part) > 20)]).toEqual([line, []]);
    });
  });
});

describe("wrapLine by phrase", () => {
  it("tears no word of a sentence", () => {
    const sentence = "これから事務局が内容を読み、公開できるかどうかを確かめます。";
    expect(wrapLine(sentence, 22, true)).toEqual([
      "これから事務局が内容を",
      "読み、公開できるか",
      "どうかを確かめます。",
    ]);
    expect(wrapLine(sentence, 22)).toEqual(["これから事務局が内容を", "読み、公開できるかどう", "かを確かめます。"]);
  });

  it("keeps a day and what stands in brackets on one line where a line has room", () => {
    expect(wrapLine("結果は、令和8年(2026年)12月4日(金)までにお知らせします。", 48, true)).toEqual([
      "結果は、令和8年(2026年)12月4日(金)までに",
      "お知らせします。",
    ]);
    expect(wrapLine("平日 8時45分から17時15分まで(土曜日・日曜日・祝日を除く)", 40, true)).toEqual([
      "平日 8時45分から17時15分まで",
      "(土曜日・日曜日・祝日を除く)",
    ]);
  });

  it("leaves English as it is", () => {
    const english = "The office will read it and decide whether it can be published.";
    expect(wrapLine(english, 30, true)).toEqual(wrapLine(english, 30));
  });

  it("loses nothing but white space and is never too wide, whatever is in it", () => {
    forRandom(200, (random) => {
      const line = random.text("あ漢い字。、「」(( ))（）abcXYZ 0１２ｱ…👍🏽がé\u202eשל()!?", 120);
      const wrapped = wrapLine(line, 20, true);
      expect([line, wrapped.join("").replace(/\s/gu, "")]).toEqual([line, line.replace(/\s/gu, "")]);
      expect([line, wrapped.filter((part) => displayWidth(part) > 20)]).toEqual([line, []]);
    });
  });
});

describe("wrapText", () => {
  it("puts the mark before every line, whatever ends the lines", () => {
    const text = "一\r\n二\r三\n四\u2028五\u2029六\u0085七\v八\f九";
    expect(wrapText(text, { first: "> " })).toEqual([..."一二三四五六七八九"].map((line) => `> ${line}`));
    expect(linesOf(text)).toHaveLength(9);
  });

  it("counts the mark towards the width and indents further lines", () => {
    expect(wrapText("あいうえお", { first: "1. ", rest: "   ", width: 9 })).toEqual(["1. あいう", "   えお"]);
  });
});
