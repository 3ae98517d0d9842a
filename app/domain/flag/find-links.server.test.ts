import { describe, expect, it } from "vitest";
import { findLinks } from "./find-links.server.ts";
import type { LinkShape } from "./flag.ts";

const city = ["city.tomakomai.hokkaido.jp", "tomakomai.example"];

const found = (text: string) =>
  findLinks(text, city).map(({ start, end, shape }) => [text.slice(start, end), shape] as const);

describe("links in a text", () => {
  it.each<[string, string]>([
    ["くわしくは https://example.com/a?b=1 を見てください", "https://example.com/a?b=1"],
    ["https://example.comを見て", "https://example.com"],
    ["「www.example.jp」にあります。", "www.example.jp"],
    ["サイトはexample.co.jp/planです", "example.co.jp/planです"],
    ["ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／ａ", "ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／ａ"],
    ["https://日本語.jp/ページ", "https://日本語.jp/ページ"],
    ["exam\u200bple.com", "exam\u200bple.com"],
  ])("are found in 「%s」", (text, link) => {
    expect(found(text)).toEqual([[link, null]]);
  });

  it("to the city's own pages, and mail addresses, are none", () => {
    expect(found("市のcity.tomakomai.hokkaido.jpを見ました。")).toEqual([]);
    expect(found("https://www.city.tomakomai.hokkaido.jp/shisei/ と www.tomakomai.example を見ました。")).toEqual([]);
    expect(found("連絡は a@example.com まで")).toEqual([]);
  });

  it.each<[LinkShape, string]>([
    ["IP_ADDRESS", "http://192.0.2.10/login"],
    ["IP_ADDRESS", "http://0x7f.1/"],
    ["IP_ADDRESS", "http://3221226219/"],
    ["USER_INFO", "https://www.city.tomakomai.hokkaido.jp@example.com/"],
    ["LIKE_THE_CITY", "https://city.tomakomai.hokkaido.jp.example.com/"],
    ["LIKE_THE_CITY", "https://city-tomakomai-hokkaido-jp.com/"],
    ["LIKE_THE_CITY", "https://www.city.tomakornai.hokkaido.jp/"],
    ["LIKE_THE_CITY", "https://city.tomak0mai.hokkaido.jp/"],
    ["LIKE_THE_CITY", "https://city.tomakomal.hokkaido.jp/"],
    ["LIKE_THE_CITY", "https://city.tomаkomai.hokkaido.jp/"],
    ["FOREIGN_LETTERS", "https://аpple.com/"],
    ["FOREIGN_LETTERS", "https://xn--pple-43d.com/"],
    ["FOREIGN_LETTERS", "https://аррӏе.com/"],
    ["SHORTENED", "https://bit.ly/3abcDEF"],
    ["SHORTENED", "https://x.gd/abc"],
  ])("are shaped as phishing is: %s %s", (shape, text) => {
    expect(findLinks(`見てください ${text} です`, city).map((link) => link.shape)).toEqual([shape]);
  });

  const innocent = [
    "https://www.pref.hokkaido.lg.jp/ss/jsk/",
    "https://www.city.sapporo.jp/",
    "https://www.city.chitose.lg.jp/",
    "https://www.city.muroran.lg.jp/",
    "https://www.city.hakodate.hokkaido.jp/docs/2024/",
    "https://www.town.shiraoi.hokkaido.jp/",
    "https://www.tomakomai-cci.or.jp/",
    "https://tomakomai-kankou.jp/",
    "https://tomakomai.jp/",
    "https://www.soumu.go.jp/menu_seisaku/",
    "https://www.digital.go.jp/policies/",
    "https://www.e-gov.go.jp",
    "https://elaws.e-gov.go.jp/document?lawid=322AC0000000067",
    "https://ja.wikipedia.org/wiki/苫小牧市",
    "https://ja.wikipedia.org/wiki/%E8%8B%AB%E5%B0%8F%E7%89%A7%E5%B8%82",
    "https://www.youtube.com/watch?v=abc_DEF-123",
    "https://youtu.be/abcDEF",
    "https://maps.app.goo.gl/abcdef",
    "https://github.com/code4japan",
    "https://note.com/tomakomai/n/n123",
    "https://日本語.jp",
    "https://xn--wgv71a119e.jp/",
    "https://お名前.com/",
    "https://müller.example.de/",
    "https://пример.рф/",
    "https://한국.kr/",
    "https://www.example.com:8080/path",
    "https://www.instagram.com/@tomakomai_city/",
    "https://medium.com/@somebody/a-story",
    "https://www.jreast.co.jp/",
    "http://localhost/",
  ];

  it.each(innocent)("are not suspicious: %s", (link) => {
    const shapes = findLinks(`こちらの例が参考になります。${link} のとおりです。`, city).map(({ shape }) => shape);
    expect(shapes.filter((shape) => shape !== null && !(shape === "SHORTENED" && link.includes("goo.gl")))).toEqual([]);
  });

  it.each([
    "第3.2節を読みました。1.5倍に増やしてください。",
    "2020-2024年度の計画のNo.5です。",
    "バスは8:30に出ます。費用は10,000円です。",
    "プランの版はver.2.0です",
    "午前9時.午後5時まで",
    "電子メールでも、紙でも。窓口でも。",
    "A/B案、and/or、24/7",
  ])("are not seen where there are none: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
