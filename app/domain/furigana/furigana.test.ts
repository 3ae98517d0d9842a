import { describe, expect, it } from "vitest";
import {
  annotate,
  hasKanji,
  hiragana,
  makeGlossary,
  marksOf,
  type Part,
  partsOf,
  rubyOf,
  termsIn,
  writtenText,
} from "./furigana.ts";
import type { Token } from "./token.ts";

/** Parts as one line: 受(う)け. */
const line = (parts: readonly Part[]) =>
  parts.map((part) => (typeof part === "string" ? part : `${part[0]}(${part[1]})`)).join("");

/** Words of the dictionary in short: `市民/シミン`, `の`, `人/ニン/名詞/接尾/助数詞`; without a reading and with kanji it is unknown. */
const tokens = (...words: string[]): Token[] =>
  words.map((word) => {
    const [surface = "", reading, kind = "名詞", division = "一般", finer = "*"] = word.split("/");
    const isUnknown = reading === undefined && hasKanji(surface);
    return {
      surface,
      reading: isUnknown ? null : (reading ?? surface),
      kind: [isUnknown ? "UNK" : kind, division, finer],
    };
  });

const read = (words: string[], terms: Record<string, string> = {}) => {
  const cut = tokens(...words);
  const text = cut.map(({ surface }) => surface).join("");
  const glossary = makeGlossary(Object.entries(terms).map(([term, reading]) => ({ term, reading })));
  const parts = annotate(text, cut, glossary);
  expect(writtenText(parts)).toBe(text);
  return line(parts);
};

describe("a reading on its kanji", () => {
  it.each([
    ["受け付ける", "ウケツケル", "受(う)け付(つ)ける"],
    ["お知らせ", "オシラセ", "お知(し)らせ"],
    ["市民", "シミン", "市民(しみん)"],
    ["人々", "ヒトビト", "人々(ひとびと)"],
    ["三ヶ月", "サンカゲツ", "三ヶ月(さんかげつ)"],
    ["緑ヶ丘", "みどりがおか", "緑ヶ丘(みどりがおか)"],
    ["沼ノ端", "ぬまのはた", "沼(ぬま)ノ端(はた)"],
    ["引っ越し", "ヒッコシ", "引(ひ)っ越(こ)し"],
    ["〆切", "シメキリ", "〆切(しめきり)"],
    ["サービス", "サービス", "サービス"],
    ["話し合い", "ハナシアイ", "話(はな)し合(あ)い"],
    ["ウトナイ北", "うとないきた", "ウトナイ北(きた)"],
  ])("%s read %s is %s", (written, reading, result) => {
    expect(line(rubyOf(written, reading))).toBe(result);
  });

  it("goes on the whole middle where the kana could stand at two places", () => {
    expect(line(rubyOf("取り取り", "とりとり"))).toBe("取(と)り取(と)り");
    expect(line(rubyOf("買い食い", "かいいくい"))).toBe("買い食(かいいく)い");
  });

  it("is left out where it does not fit the kana of the word", () => {
    expect(rubyOf("お知らせ", "あんない")).toEqual(["お知らせ"]);
    expect(rubyOf("市民", "")).toEqual(["市民"]);
    expect(rubyOf("市の", "の")).toEqual(["市の"]);
  });
});

describe("texts that somebody wrote to keep the machine busy", () => {
  it("have an end: a reading that fits in many ways until its last letter", () => {
    const word = "漢あ".repeat(20);
    expect(line(rubyOf(word, `${"あ".repeat(79)}い`))).toBe(word);
  });

  it("have an end: a long run of digits before very many words", () => {
    const text = [`${"1".repeat(20_000)}`, " ", ...Array.from({ length: 2_000 }, () => "公園/コウエン")];
    expect(read(text).endsWith("公園(こうえん)公園(こうえん)")).toBe(true);
  });
});

describe("the glossary", () => {
  const terms = {
    協働: "きょうどう",
    拓勇: "たくゆう",
    拓勇西町: "たくゆうにしまち",
    京都: "きょうと",
    日新: "にっしん",
  };

  it("comes before the dictionary, its longest word first", () => {
    expect(read(["協/キョウ/名詞/接尾", "働"], terms)).toBe("協働(きょうどう)");
    expect(read(["拓/タク", "勇/イサム", "西町/ニシマチ"], terms)).toBe("拓勇西町(たくゆうにしまち)");
    expect(read(["拓/タク", "勇/イサム", "の", "町/マチ"], terms)).toBe("拓勇(たくゆう)の町(まち)");
  });

  it("is not found across the words of the dictionary", () => {
    expect(read(["東京/トウキョウ", "都/ト/名詞/接尾/地域"], terms)).toBe("東京(とうきょう)都(と)");
    expect(read(["毎日/マイニチ", "新しい/アタラシイ/形容詞"], terms)).toBe("毎日(まいにち)新(あたら)しい");
  });

  it("tells which of its words a text can depend on", () => {
    const glossary = makeGlossary(Object.entries(terms).map(([term, reading]) => ({ term, reading })));
    expect(termsIn("拓勇西町の協働と協働", glossary).map(({ term }) => term)).toEqual(["協働", "拓勇", "拓勇西町"]);
    expect(termsIn("市民の声", glossary)).toEqual([]);
  });
});

describe("readings of a text", () => {
  it("change nothing of it: kana, letters, digits and signs stay without", () => {
    expect(read(["ICT", "で", "サービス", "を", "良く/ヨク/形容詞", "する", "(", "2026", ")"])).toBe(
      "ICTでサービスを良(よ)くする(2026)",
    );
  });

  it("are left out for words the dictionary does not know, and for pieces of such words", () => {
    expect(read(["創/ソウ/名詞/固有名詞", "革/カワ"])).toBe("創革");
    expect(read(["協/キョウ/名詞/接尾", "働", "の", "推進/スイシン"])).toBe("協働の推進(すいしん)");
  });

  it("are left out for people's names", () => {
    expect(read(["田中/タナカ/名詞/固有名詞/人名", "さん/サン/名詞/接尾/人名"])).toBe("田中さん");
  });

  it.each([
    [["11", "月/ツキ"], "11月(がつ)"],
    [["22", "日/ニチ/名詞/接尾/助数詞"], "22日(にち)"],
    [["2", "日/ニチ/名詞/接尾/助数詞"], "2日"],
    [["24", "日/ニチ/名詞/接尾/助数詞"], "24日"],
    [["3", "人/ニン/名詞/接尾/助数詞"], "3人(にん)"],
    [["1", "人/ニン/名詞/接尾/助数詞"], "1人"],
    [["2", "本/ホン/名詞/接尾/助数詞"], "2本"],
    [["3", "階/カイ/名詞/接尾/助数詞"], "3階"],
    [["4", "階/カイ/名詞/接尾/助数詞"], "4階(かい)"],
    [["3", "か月/カゲツ/名詞/接尾/助数詞"], "3か月(げつ)"],
    [["三/サン/名詞/数", "人/ニン/名詞/接尾/助数詞"], "三(さん)人(にん)"],
    [["四/ヨン/名詞/数", "人/ニン/名詞/接尾/助数詞"], "四人"],
    [["二/ニ/名詞/数", "人/ニン/名詞/接尾/助数詞"], "二人"],
    [["二/ニ/名詞/数", "十/ジュウ/名詞/数", "回/カイ/名詞/接尾/助数詞"], "二十回"],
  ])("after a number are given only where every number leaves the sound as it is: %j", (words, result) => {
    expect(read(words)).toBe(result);
  });

  it("of a weekday in brackets are the weekday's", () => {
    expect(read(["日/ニチ", "(", "日/ビ/名詞/接尾", ")"])).toBe("日(にち)(日(にち))");
    expect(read(["(", "月/ツキ", "・", "祝/シュク", ")"])).toBe("(月(げつ)・祝(しゅく))");
  });

  it("are left out where only the meaning decides", () => {
    expect(read(["行っ/イッ/動詞", "た"])).toBe("行った");
    expect(read(["住まい/スマイ", "の/ノ/助詞", "方/ホウ/名詞/非自立"])).toBe("住(す)まいの方");
    expect(read(["進め/ススメ/動詞", "方/カタ/名詞/接尾"])).toBe("進(すす)め方(かた)");
    expect(read(["日新/ニッシン", "町/マチ/名詞/接尾/地域"])).toBe("日新(にっしん)町");
  });

  it("stand where they belong when the dictionary left white space out", () => {
    const parts = annotate("市民 と　企業", tokens("市民/シミン", "と", "企業/キギョウ"), makeGlossary([]));
    expect(line(parts)).toBe("市民(しみん) と　企業(きぎょう)");
  });

  it("can be kept without the text and put back on it", () => {
    const parts: Part[] = [["協働", "きょうどう"], "を", ["進", "すす"], "める"];
    expect(marksOf(parts)).toEqual([
      [0, 2, "きょうどう"],
      [3, 1, "すす"],
    ]);
    expect(partsOf("協働を進める", marksOf(parts))).toEqual(parts);
    expect(partsOf("かな", [])).toEqual(["かな"]);
  });
});

describe("kana", () => {
  it("is made hiragana, with its long-vowel mark as it is", () => {
    expect(hiragana("ツヅキヴ・センター")).toBe("つづきゔ・せんたー");
  });
});
