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
    ["見て example-bank.top/login です", "example-bank.top/login"],
    ["evil.xyz/a", "evil.xyz/a"],
    ["「www.evil.site」", "www.evil.site"],
    ["login.evil.online", "login.evil.online"],
    ["（evil.click/x）", "evil.click/x"],
    ["サイトはexample-bank.topを見て", "example-bank.top"],
    ["ＥＶＩＬ．ＳＨＯＰです", "ＥＶＩＬ．ＳＨＯＰ"],
    ["v1.2.top", "v1.2.top"],
    ["evil[.]com へ", "evil[.]com"],
    ["evil(dot)example[.]clickです", "evil(dot)example[.]click"],
    ["hxxps[:]//evil[.]example/a を開く", "hxxps[:]//evil[.]example/a"],
    ["www.example.zip", "www.example.zip"],
    ["example.zip/setup", "example.zip/setup"],
    ["http://example.md", "http://example.md"],
    ["x.com/abc", "x.com/abc"],
    ["●example.topです", "example.top"],
    ["https://ja.example.org/wiki/Example.com騒動 を見た", "https://ja.example.org/wiki/Example.com騒動"],
  ])("are found in 「%s」", (text, link) => {
    expect(found(text)).toEqual([[link, null]]);
  });

  it("to the city's own pages, and mail addresses, are none", () => {
    expect(found("市のcity.tomakomai.hokkaido.jpを見ました。")).toEqual([]);
    expect(found("https://www.city.tomakomai.hokkaido.jp/shisei/ と www.tomakomai.example を見ました。")).toEqual([]);
    for (const mail of [
      "a@example.com",
      "taro.top@example.jp",
      "a@evil-bank.top",
      "a@login.evil.online",
      "a＠example.click",
      "mihon[at]example.top",
      "mihon(at)example[.]top",
      "mihon★example.top",
    ]) {
      expect(found(`連絡は ${mail} まで`)).toEqual([]);
      expect(found(`連絡は${mail}まで`)).toEqual([]);
    }
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
    "README.md と a.py、file.zip、main.rs、src/main.rs、node.js、12.mov、libmihon.so、run.sh、x.pl、案内.pub",
    "README.mdを直し、file.zipを送りました。",
    "1.ITの活用 2.AIの導入 3.PR、1.2.AI",
    "窓口を減らした．AIを使い、待たせない．IT化。",
    "株式会社見本 Mihon Co.Ltdの提案",
    "第1.2版、1.2.3、10.0.1、v2.0を見ました。",
    "配列の a[.]b と (dot) の話",
  ])("are not seen where there are none: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
