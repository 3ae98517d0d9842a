import { describe, expect, it } from "vitest";
import { forRandom, type Random } from "#tests/support/random.ts";
import {
  bigrams,
  fitsLength,
  forMatching,
  graphemeLength,
  halfWidthDigits,
  matchingView,
  maximumBigrams,
  maximumQueryBigrams,
  queryBigrams,
  queryTerms,
  searchText,
  storedLine,
  storedText,
  typedCode,
} from "./normalize-text.ts";

/** Names and texts that normalisation would spoil. */
const traps = [
  "髙﨑 𠮷野家",
  "葛\u{E0100}飾 辻\u{E0101}",
  "\uFA19奈川",
  "か\u3099き\u3099 (分解された濁点)",
  "e\u0301te\u0301",
  "👨‍👩‍👧‍👦 🏳️‍🌈 🇯🇵 1️⃣",
  "مرحبا بالعالم \u200Fשלום",
  "㈱見本 ①②③ ℡ ﾊﾝｶｸ ＩＣＴ",
  "𩸽 𠀋 𡈽",
];

const japanese =
  "公園遊具図書館市役所旭町霞関高髙崎﨑ヶケヵカ箇月所3１２ーー‐−-～〜・･ センターびんビールａＡaÅがガカ\u3099\u200D、。\n";

const anyText = (random: Random) =>
  random.pick([() => random.codeUnits(60), () => random.text(japanese, 40), () => random.pick(traps)])();

describe("storedText", () => {
  it("keeps names, emoji, right-to-left text and rare kanji exactly as typed", () => {
    for (const text of traps) {
      expect(storedText(text)).toBe(text);
      expect(storedLine(text)).toBe(text);
    }
  });

  it("writes every line end as LF", () => {
    expect(storedText("一\r\n二\r三\n四\u2028五\u2029六\u0085七\f八")).toBe("一\n二\n三\n四\n五\n六\n七\n八");
  });

  it("drops control characters but keeps tabs", () => {
    expect(storedText("a\u0000b\u0007c\td\u007Fe\u009Ff")).toBe("abc\tdef");
  });

  it("drops the overrides of direction, which show a number otherwise than it is checked", () => {
    expect(storedText("電話\u202E8765-4321-090\u202Cと\u202Dabc\u200F")).toBe("電話8765-4321-090\u202Cとabc\u200F");
  });

  it("drops code points that are no characters, which a file for spreadsheets cannot hold", () => {
    expect(storedText("a\uFFFEb\uFFFFc\uFDD0d\uFDEFe\u{1FFFE}f\u{10FFFF}g")).toBe("abcdefg");
    expect(storedText("090\uFFFE-1234-5678\uFFFF\n\uFFFF")).toBe("090-1234-5678");
    expect(storedText("\uFDCF\uFDF0\uFFFD\u{1FFFD}")).toBe("\uFDCF\uFDF0\uFFFD\u{1FFFD}");
  });

  it("repairs half a surrogate pair, which UTF-8 cannot carry", () => {
    expect(storedText("a\uD842b")).toBe("a\uFFFDb");
  });

  it("drops blank ends of lines and of the text, and keeps indentation and blank lines inside", () => {
    expect(storedText("\n \n\u3000本文 \u3000\n\n\u3000続き\t\n \n")).toBe("\u3000本文\n\n\u3000続き");
    expect(storedText(" \u3000\r\n")).toBe("");
  });

  it("changes nothing the second time, never lengthens and is always valid for the database", () => {
    forRandom(2_000, (random) => {
      const text = anyText(random);
      const once = storedText(text);
      expect(storedText(once)).toBe(once);
      expect(storedLine(storedLine(text))).toBe(storedLine(text));
      expect(once.length).toBeLessThanOrEqual(text.length);
      expect(once.isWellFormed()).toBe(true);
      expect(once).not.toMatch(/[\0\r]/);
      expect(storedLine(text)).not.toMatch(/[\n\t]/);
    });
  });

  it("takes time in proportion to the text, even for long runs of blanks", () => {
    const started = performance.now();
    storedText(`${" ".repeat(200_000)}x${"\t".repeat(200_000)}\n`.repeat(2));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("storedLine", () => {
  it("makes one line of several", () => {
    expect(storedLine(" 公園の\r\n\t遊具 \n")).toBe("公園の 遊具");
  });
});

describe("halfWidthDigits", () => {
  it("changes full-width digits and nothing else", () => {
    expect(halfWidthDigits("０１２３４５６７８９ Ａ ー ① 五")).toBe("0123456789 Ａ ー ① 五");
  });
});

describe("typedCode", () => {
  it("undoes what an input method does to ASCII", () => {
    expect(typedCode(" Ｒ８ー００４２\u3000")).toBe("R8-0042");
    expect(typedCode("ａ\u200B＠ｅｘａｍｐｌｅ．ｃｏｍ\uFEFF")).toBe("a@example.com");
    expect(typedCode("1‐2‑3‒4–5—6―7−8－9─0━1")).toBe("1-2-3-4-5-6-7-8-9-0-1");
  });
});

describe("lengths", () => {
  it("count characters as a reader does", () => {
    expect(graphemeLength("")).toBe(0);
    expect(graphemeLength("公園")).toBe(2);
    expect(graphemeLength("👨‍👩‍👧‍👦🇯🇵𠮷か\u3099葛\u{E0100}")).toBe(5);
    expect(graphemeLength("a\r\nb")).toBe(3);
  });

  it("are limited for readers and for the database alike", () => {
    expect(fitsLength("公園", 2)).toBe(true);
    expect(fitsLength("公園の", 2)).toBe(false);
    expect(fitsLength("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2)).toBe(true);
    expect(fitsLength("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2)).toBe(false);
    expect(fitsLength(`a${"\u0301".repeat(100)}`, 2)).toBe(false);
  });
});

describe("forMatching", () => {
  it.each([
    ["ＩＣＴ", "ict"],
    ["ポイ捨て", "ﾎﾟｲ捨て"],
    ["ポイ捨て", "ぽい捨て"],
    ["高崎", "髙﨑"],
    ["斎藤", "齋藤"],
    ["吉野", "𠮷野"],
    ["辻", "辻\u{E0101}"],
    ["センター", "センタ"],
    ["コンピューターを", "コンピュータを"],
    ["せんたー", "センター"],
    ["市民・企業", "市民企業"],
    ["3ヶ月", "３か月"],
    ["三ヵ所", "三箇所"],
    ["霞ヶ関", "霞が関"],
    ["市ケ谷", "市ヶ谷"],
    ["R8-42", "r8ー42"],
    ["0144-32-6169", "０１４４−３２‐６１６９"],
    ["公園 遊具", " 公園\u3000\n遊具 "],
    ["すごーーい", "すごーい"],
    ["10~20", "10〜20"],
    ["がぎぐ", "か\u3099き\u3099く\u3099"],
    ["ゼロ", "ゼ\u200Bロ"],
  ])("takes %s and %s for the same", (one, other) => {
    expect(forMatching(one)).toBe(forMatching(other));
  });

  it.each([
    ["ビール", "ビル"],
    ["スキー", "スキ"],
    ["バー", "バ"],
    ["公園", "公國"],
    ["一つ", "-つ"],
    ["ケーキ", "ガーキ"],
    ["10-20", "1020"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(forMatching(one)).not.toBe(forMatching(other));
  });

  it("changes nothing the second time", () => {
    forRandom(5_000, (random) => {
      const text = random.text(japanese, 40);
      const once = forMatching(text);
      expect(forMatching(once)).toBe(once);
    });
  });

  it("does not care for width, case, kana, composition or invisible characters", () => {
    forRandom(500, (random) => {
      const text = random.text("abzAZ09公園市がぱざ", 20);
      const expected = forMatching(text);
      expect(forMatching(text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)))).toBe(expected);
      expect(forMatching(text.toUpperCase())).toBe(expected);
      expect(forMatching(text.normalize("NFD"))).toBe(expected);
      expect(forMatching(text.replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60)))).toBe(expected);
      expect(forMatching([...text].join("\u200B"))).toBe(expected);
    });
  });
});

describe("search", () => {
  it("joins the parts of a row so that no word runs over their border", () => {
    expect(searchText(["公園の遊具", null, undefined, " ", "ＩＣＴ"])).toBe("公園の遊具\nict");
    expect(bigrams(searchText(["公園", "遊具"]))).toEqual(["公園", "遊具"]);
  });

  it("makes bigrams of letters and digits, each once, in order", () => {
    expect(bigrams("公園の公園")).toEqual(["公園", "園の", "の公"]);
    expect(bigrams("r8-0042")).toEqual(["r8", "00", "04", "42"]);
    expect(bigrams("𠀋𩸽焼")).toEqual(["𠀋𩸽", "𩸽焼"]);
    expect(bigrams("公、園")).toEqual([]);
    expect(bigrams("")).toEqual([]);
  });

  it("limits the number of bigrams", () => {
    const many = Array.from({ length: 30_000 }, (_, index) => String.fromCodePoint(0x4e00 + (index % 20_000))).join("");
    expect(bigrams(many)).toHaveLength(maximumBigrams);
    expect(bigrams(many, 3)).toHaveLength(3);
    expect(queryBigrams(many)).toHaveLength(maximumQueryBigrams);
  });

  it("splits a query into its words", () => {
    expect(queryTerms(" 公園\u3000ユウグ 公園 ")).toEqual(["公園", "ゆうぐ"]);
    expect(queryTerms(" ")).toEqual([]);
    expect(queryTerms(Array.from({ length: 20 }, (_, index) => `語${index}`).join(" "))).toHaveLength(10);
    expect(queryBigrams("公園 遊具")).toEqual(["公園", "遊具"]);
    expect(queryBigrams("水 🍎")).toEqual([]);
  });

  it("finds every piece of a text again: its bigrams are among those of the text", () => {
    forRandom(2_000, (random) => {
      const text = random.text(japanese, 40);
      const [one, other] = [random.integer(41), random.integer(41)];
      const whole = searchText([text]);
      const have = new Set(bigrams(whole));
      const piece = whole.slice(Math.min(one, other), Math.max(one, other));
      for (const bigram of bigrams(piece)) expect(have.has(bigram)).toBe(true);
    });
  });
});

describe("matchingView", () => {
  it("leads from what is found back to the original characters", () => {
    const original = "電話は㈱見本の０１４４ー３２ー６１６９です👨‍👩‍👧。";
    const view = matchingView(original);
    expect(view.text).toContain("(株)見本の0144-32-6169です");
    const at = view.text.indexOf("0144-32-6169");
    const { start, end } = view.originalRange(at, at + 12);
    expect(original.slice(start, end)).toBe("０１４４ー３２ー６１６９");
    const company = view.text.indexOf("株");
    const range = view.originalRange(company, company + 1);
    expect(original.slice(range.start, range.end)).toBe("㈱");
  });

  it("keeps list numbers away from the number after them, and looks through invisible characters", () => {
    expect(matchingView("①0144").text).toBe(" 0144");
    expect(matchingView("01\u200B44").text).toBe("0144");
    expect(matchingView("0\uFE0F\u20E31").text).toBe("01");
    expect(matchingView("サーバー1").text).toBe("サーバー1");
  });

  it("gives ranges that are in order, inside the original and on whole characters", () => {
    forRandom(1_000, (random) => {
      const original = anyText(random);
      const view = matchingView(original);
      let last = 0;
      for (let at = 0; at < view.text.length; at += 1) {
        const { start, end } = view.originalRange(at, at + 1);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(original.length);
        last = start;
      }
    });
  });
});
