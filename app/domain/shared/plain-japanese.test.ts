import { describe, expect, it } from "vitest";
import { analyseJapanese } from "./morphemes.server.ts";
import { findHardJapanese, lengthOfSentence, type PlainJapaneseRule, sentencesOf } from "./plain-japanese.ts";
import { everydayKatakana, everydayVerbs, officeWords, officialNames } from "./plain-japanese-words.ts";

const rulesBrokenBy = (text: string) => findHardJapanese(text, analyseJapanese).map((place) => place.rule);

/** What each sentence is found to break, beside what it should. */
function expectRules(table: readonly (readonly [text: string, ...rules: PlainJapaneseRule[]])[]) {
  expect(table.map(([text]) => [text, ...rulesBrokenBy(text)])).toEqual(table);
}

describe("sentences of a text", () => {
  it("end at 。, at a question mark and at a line end, but not inside a quotation", () => {
    expect(sentencesOf("海へ行きます。山へ行きますか?はい")).toEqual(["海へ行きます。", "山へ行きますか?", "はい"]);
    expect(sentencesOf("一行目\n\n二行目です。")).toEqual(["一行目", "二行目です。"]);
    expect(sentencesOf("「寒い。眠い。」と言いました。")).toEqual(["「寒い。眠い。」と言いました。"]);
    expect(sentencesOf("「閉じないままの行\n次の行です。次です。")).toEqual([
      "「閉じないままの行",
      "次の行です。",
      "次です。",
    ]);
    expect(sentencesOf("  ")).toEqual([]);
  });
});

describe("the length of a sentence", () => {
  it("is counted in characters as people see them", () => {
    expect(lengthOfSentence("𠮷野さん")).toBe(4);
    expect(lengthOfSentence("か\u3099き")).toBe(2);
  });

  it("counts a value as what it usually shows, and not as the name it is written with", () => {
    expect(lengthOfSentence("{{n}}件")).toBe(3);
    expect(lengthOfSentence("{{ number }}です")).toBe(9);
    expect(lengthOfSentence("{{neverHeardOf}}です")).toBe(8);
    expect(rulesBrokenBy("{{date}}までに、{{desk}}が電話をします。")).toEqual([]);
    expect(rulesBrokenBy("{{date}}までに、{{desk}}があなたの家族に電話をします。")).toEqual(["length"]);
  });

  it("leaves out addresses of pages and official names", () => {
    expect(lengthOfSentence("https://www.city.tomakomai.example/a?b=cを見る")).toBe(3);
    expect(lengthOfSentence("苫小牧市行政創革プランを読む")).toBe(3);
  });

  it("may be 40 characters and not 41", () => {
    const of = (length: number) => `${"あ".repeat(length - 3)}です。`;
    expect(rulesBrokenBy(of(40))).toEqual([]);
    expect(findHardJapanese(of(41), analyseJapanese)).toEqual([{ rule: "length", found: "41", sentence: of(41) }]);
  });
});

describe("negations", () => {
  it("of a negation are found", () => {
    expectRules([
      ["窓口でもできないことはありません。", "doubleNegation"],
      ["だれも読まないわけではないです。", "doubleNegation"],
      ["この道は通れなくはありません。", "doubleNegation"],
      ["雨が降らないとはかぎりません。", "doubleNegation"],
      ["お金を払わないわけにはいきません。", "doubleNegation"],
      ["この仕事をやめざるを得ません。", "doubleNegation"],
      ["名前を書かないと、送ることができません。", "doubleNegation"],
      ["紙がなければ、手続きはできません。", "doubleNegation"],
      ["水曜日でない限り、開いていません。", "doubleNegation"],
    ]);
  });

  it("that are one only are fine", () => {
    expectRules([
      ["名前を書かなくてもいいです。"],
      ["ここには住所を書かないでください。"],
      ["紙がないときは、電話をしてください。"],
      ["紙がなければ、電話をしてください。"],
      ["まだ届いていないかもしれません。"],
      ["わからないところがあるかもしれません。"],
      ["「見えない」と言う人がいます。"],
    ]);
  });

  it("that say what somebody must do are found as such", () => {
    expectRules([
      ["名前を書かなければなりません。", "obligation"],
      ["五時までに来なくてはいけません。", "obligation"],
      ["今日送らないといけません。", "obligation"],
      ["今日送ってください。"],
    ]);
  });
});

describe("verbs with れる and られる", () => {
  it("are passive when somebody else acts", () => {
    expectRules([
      ["名前はみんなに見られます。", "passive"],
      ["この橋は十年前に造られました。", "passive"],
      ["理由は下に書かれています。", "passive"],
      ["市に選ばれた人が話します。", "passive"],
      ["手紙は明日送られます。", "passive"],
    ]);
  });

  it("mean can when there is an object, a no or a question and nobody acts", () => {
    expectRules([
      ["ここから海を見られます。", "potential"],
      ["今日は六時まで起きられません。", "potential"],
      ["日本の料理を食べられますか。", "potential"],
    ]);
  });

  it("are respect when somebody with a title comes or goes", () => {
    expectRules([["山田先生が来られました。", "respect"]]);
  });

  it("are fine when the verb only sounds like one", () => {
    expectRules([
      ["子どもが生まれました。"],
      ["バスが遅れています。"],
      ["紙が汚れました。"],
      ["この川は海へ流れます。"],
      ["鍵を忘れないでください。"],
      ["二人は駅で別れました。"],
      ["文字が小さくて読めません。"],
    ]);
  });

  it("are causative with せる and させる, except in words of their own", () => {
    expectRules([
      ["子どもに野菜を食べさせます。", "causative"],
      ["会社に道を作らせました。", "causative"],
      ["電話でも知らせます。"],
      ["みんなに見せます。"],
    ]);
    expect(Object.values(everydayVerbs).every((reason) => reason.length > 5)).toBe(true);
  });
});

describe("words", () => {
  it("from other languages are found unless they are in daily use", () => {
    expectRules([
      ["市のガバナンスを考えます。", "katakana"],
      ["アカウントのステータスを見てください。", "katakana", "katakana"],
      ["メールアドレスとパスワードを書いてください。"],
      ["メールマガジンを送ります。", "katakana"],
      ["3ヶ月待ってください。"],
    ]);
  });

  it("of the office are found, with what to say instead", () => {
    expect(findHardJapanese("書類を提出してください。", analyseJapanese)).toEqual([
      { rule: "office", found: "提出", instead: "出す", sentence: "書類を提出してください。" },
    ]);
    expectRules([
      ["該当する所管の人が遵守します。", "office", "office", "office"],
      ["非公開です。", "office"],
      ["駅の公共施設を使います。", "office"],
    ]);
  });

  it("of the office are fine inside an official name and where no word begins", () => {
    expectRules([
      ["公共サービス民間提案制度を使ってください。"],
      ["受付番号と照会キーを書いてください。"],
      ["その話は普通知りません。"],
    ]);
  });

  it("are lists with a reason or a plain word for each, none of it hard itself", () => {
    const reasons = [...Object.values(everydayKatakana), ...Object.values(officialNames)];
    expect(reasons.filter((reason) => reason.length < 4)).toEqual([]);
    const stillHard = Object.values(officeWords)
      .flatMap((instead) => instead.split("、"))
      .filter((instead) => rulesBrokenBy(instead).length > 0);
    expect(stillHard).toEqual([]);
  });
});

describe("spaces", () => {
  it("between words are found, and not beside numbers, values, signs and names", () => {
    expectRules([
      ["意見を 送ってください。", "spacing"],
      ["急ぎの\u3000お知らせ", "spacing"],
      ["JavaScript が動かないとき"],
      ["受付番号 {{number}}"],
      ["例: 企画部の担当者"],
      ["総務部 行政監理室 行革担当に電話してください。"],
    ]);
  });
});

describe("politeness", () => {
  it("is です and ます at the end of every sentence", () => {
    expectRules([
      ["今日は休みだ。", "style"],
      ["市が答える。", "style"],
      ["午前九時から。", "style"],
      ["ここは駐車場である", "style"],
      ["市が答えます(一週間ぐらいです)。"],
      ["何がいいですか。"],
      ["いっしょに考えましょう。"],
      ["意見を送る"],
      ["受付番号"],
    ]);
  });

  it("needs no words of respect or modesty", () => {
    expectRules([
      ["市が説明させていただきます。", "causative", "honorific"],
      ["少々お待ちください。", "honorific"],
      ["意見をいただきました。", "honorific"],
      ["こちらにございます。", "honorific"],
      ["申し訳ありません。", "honorific"],
      ["ありがとうございます。"],
      ["お金がかかります。"],
      ["次のとおりにしてください。"],
      ["電話でお知らせします。"],
    ]);
  });

  it("asks for something without a no", () => {
    expectRules([
      ["もう一度書いていただけませんか。", "negativeRequest"],
      ["静かにしてもらえないでしょうか。", "negativeRequest"],
      ["写真はご遠慮ください。", "negativeRequest"],
      ["ここで走らないようお願いします。", "negativeRequest"],
      ["ここで走らないでください。"],
      ["電話をしてください。"],
    ]);
  });
});
