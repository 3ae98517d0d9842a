import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PageHeading, Section } from "./layout.tsx";
import { Phrases, phrasesOf } from "./phrases.tsx";

const html = (text: string) => renderToStaticMarkup(<Phrases>{text}</Phrases>);

describe("the phrases of a heading", () => {
  it("end where a reader would breathe, never inside a word", () => {
    expect(phrasesOf("公共施設のマネジメント")).toEqual(["公共施設の", "マネジメント"]);
    expect(phrasesOf("届いた提案はまだありません")).toEqual(["届いた", "提案は", "まだ", "ありません"]);
  });

  it("keep a short quotation whole and part a list after its middle dot", () => {
    expect(phrasesOf("職員の人材育成と「働き方改革」・簡素で効率的な組織づくり")).toEqual([
      "職員の",
      "人材育成と",
      "「働き方改革」・",
      "簡素で",
      "効率的な",
      "組織づくり",
    ]);
  });

  it.each([
    "図書館の休館日をGoogleカレンダーに入れてほしい",
    "髙﨑𠮷さんの窓口で、👨‍👩‍👧がいっしょに待てる場所",
    "が\u3099ぎ\u3099ぐ\u3099とR8-0001についての(とても)長い題、「」…。",
    "  空白で 始まり　終わる  ",
    "ー、。」」「「々ょっ",
    "",
  ])("are the same text when joined, cut between characters as readers count them: %j", (text) => {
    const phrases = phrasesOf(text);
    expect(phrases.join("")).toBe(text);
    const characters = (value: string) => [...new Intl.Segmenter("ja").segment(value)].length;
    expect(phrases.reduce((sum, phrase) => sum + characters(phrase), 0)).toBe(characters(text));
  });

  it("begin with no mark that begins no line, and end with no opening bracket", () => {
    const texts = [
      "あなたの声から、(行政)創革は「いま」始まります。",
      "ー、。」」「「々ょっ",
      "駅前のパーキング・エリア…を直す",
    ];
    for (const phrase of texts.flatMap((text) => phrasesOf(text).slice(1))) {
      expect(phrase).not.toMatch(/^[、。」)…ーっょ々]/);
    }
    for (const phrase of texts.flatMap((text) => phrasesOf(text).slice(0, -1))) expect(phrase).not.toMatch(/[「(]$/);
  });

  it("leave texts without Japanese, and texts too long for a heading, in one piece", () => {
    expect(phrasesOf("Sound finances for R8-0001")).toEqual(["Sound finances for R8-0001"]);
    const long = "長い文です。".repeat(100);
    expect(phrasesOf(long)).toEqual([long]);
  });

  it("are remembered for a bounded number of texts and stay right after they were forgotten", () => {
    const first = phrasesOf("公共施設のマネジメント");
    expect(phrasesOf("公共施設のマネジメント")).toBe(first);
    for (let index = 0; index < 2_100; index += 1) phrasesOf(`第${index}の題`);
    expect(phrasesOf("公共施設のマネジメント")).not.toBe(first);
    expect(phrasesOf("公共施設のマネジメント")).toEqual(first);
  });
});

describe("a heading in the page", () => {
  it("gets places to break, and nothing that would be copied or read aloud", () => {
    expect(html("公共施設のマネジメント")).toBe("公共施設の<wbr/>マネジメント");
    expect(html("市と市と市と")).toBe("市と<wbr/>市と<wbr/>市と");
  });

  it("is shown as it is when it is English or no plain text", () => {
    expect(html("Sound finances")).toBe("Sound finances");
    expect(renderToStaticMarkup(<Phrases>{<ruby>市</ruby>}</Phrases>)).toBe("<ruby>市</ruby>");
  });

  it("escapes people's words as any text", () => {
    expect(html("<b>窓口の</b>予約をしたい")).not.toContain("<b>");
  });

  it("has them in page headings and sections", () => {
    const page = renderToStaticMarkup(
      <>
        <PageHeading title="公共施設のマネジメント" dir="auto" />
        <Section id="s" title="届いた提案">
          本文
        </Section>
      </>,
    );
    expect(page).toMatch(/<h1[^>]*>公共施設の<wbr\/>マネジメント<\/h1>/);
    expect(page).toMatch(/<h2[^>]*><span>届いた<wbr\/>提案<\/span><\/h2>/);
  });
});
