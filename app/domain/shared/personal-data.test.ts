import { describe, expect, it } from "vitest";
import { forRandom } from "#tests/support/random.ts";
import { findPersonalData, personalDataKinds } from "./personal-data.ts";

/** Numbers of the city's desks, as the city publishes them. */
const allowedPhones = ["0144-32-6169", "0144-32-6159", "0144-32-6182"];
const found = (text: string) =>
  findPersonalData(text, { allowedPhones }).map(({ kind, confidence, text: piece }) => [kind, confidence, piece]);

describe("findPersonalData: phones", () => {
  it.each([
    ["090-0000-0000", "high"],
    ["０９０ー００００ー００００", "high"],
    ["090−0000−0000", "high"],
    ["090 0000 0000", "high"],
    ["090\u30000000\u30000000", "high"],
    ["09000000000", "high"],
    ["0\u200B9000000000", "high"],
    ["0144-00-0000", "high"],
    ["0144(00)0000", "high"],
    ["(0144)00-0000", "high"],
    ["（0144）00－0000", "high"],
    ["0144の00の0000", "high"],
    ["0144-000000", "high"],
    ["0120-000-000", "high"],
    ["0800-000-0000", "high"],
    ["+81-144-00-0000", "high"],
    ["+81 90 0000 0000", "high"],
    ["+81-(0)90-0000-0000", "high"],
    ["0081-90-0000-0000", "high"],
    ["090 0000-0000", "high"],
    ["0144-00 0000", "high"],
    ["090/0000/0000", "high"],
    ["090一0000一0000", "high"],
    ["〇九〇-〇〇〇〇-〇〇〇〇", "high"],
    ["○九○○○○○○○○○", "high"],
    ["0144000000", "mid"],
  ])("finds %s", (phone, confidence) => {
    expect(found(`ご意見は ${phone} までお願いします`)).toEqual([["PHONE", confidence, phone]]);
    expect(found(phone)).toEqual([["PHONE", confidence, phone]]);
  });

  it.each([
    ["電話0144000000", "high", "0144000000"],
    ["TEL：12-0000", "mid", "12-0000"],
    ["℡ 12-0000", "mid", "12-0000"],
    ["電話番号は 12-0000 です", "mid", "12-0000"],
    ["連絡先(携帯) 123-0000", "mid", "123-0000"],
    ["TEL0144000000", "high", "0144000000"],
    ["母(06-0000-0000)にも", "high", "06-0000-0000"],
  ])("lets the word before a number speak for it: %s", (text, confidence, phone) => {
    expect(found(text)).toEqual([["PHONE", confidence, phone]]);
  });

  it.each([
    "0144-32-6169",
    "０１４４（３２）６１６９",
    "0144326169",
    "電話 32-6169",
    "+81-144-32-6169",
    "行革担当(電話 0144-32-6159・32-6182)",
  ])("leaves the city's published number alone: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    "電話での案内は10-1200件",
    "電話相談は2020-2023の間に3倍",
    "〇〇〇〇年〇〇月",
    "一九九〇年代",
    "予算番号01-02-0003-04",
    "ABC0144000000",
  ])("does not take the number in %s for a phone", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("is less certain of numbers in web addresses, which name a page, but not of numbers beside them", () => {
    expect(found("https://example.jp/09000000000/")).toEqual([]);
    expect(found("www.example.jp/0120-000-000.pdf")).toEqual([["PHONE", "low", "0120-000-000"]]);
    expect(found("https://example.jp/?tel=09000000000")).toEqual([["PHONE", "low", "09000000000"]]);
    expect(found("https://example.jp/ 090-0000-0000")).toEqual([["PHONE", "high", "090-0000-0000"]]);
    expect(found("https://example.jp/a@example.com")).toEqual([["EMAIL", "high", "a@example.com"]]);
  });

  it("allows published numbers in the grouping they are published in, and nothing without them", () => {
    expect(findPersonalData("0144-32-6169", { allowedPhones: ["0144326169"] })).toEqual([]);
    expect(findPersonalData("0144-32-6169")).toHaveLength(1);
    expect(findPersonalData("0144-32-6168", { allowedPhones })).toHaveLength(1);
    expect(findPersonalData("電話 6169-0000", { allowedPhones: ["", "0000"] })).toHaveLength(1);
  });
});

describe("findPersonalData: email", () => {
  it.each([
    ["a.b@example.com", "high"],
    ["ａ．ｂ＠ｅｘａｍｐｌｅ．ｃｏｍ", "high"],
    ["a-b_c+d@mail.tomakomai.example", "high"],
    ["a@example。com", "high"],
    ["a@\u200Bexample.com", "high"],
    ["a[at]example.com", "mid"],
    ["a (アット) example.com", "mid"],
    ["a @ example.com", "mid"],
    ["a★example.com", "mid"],
    ["a at example dot com", "mid"],
    ["a(at)example(dot)com", "mid"],
    ["a@見本.jp", "high"],
  ])("finds %s", (address, confidence) => {
    expect(found(`返事は${address}へ`)).toEqual([["EMAIL", confidence, address]]);
    expect(found(`${address}。`)).toEqual([["EMAIL", confidence, address]]);
  });

  it("does not take who is named before a host in a web address for one, but finds what stands in the rest of it", () => {
    for (const text of ["http://www.city.tomakomai.hokkaido.jp@evil.example/", "https://mihon:abc@mihon.example/"]) {
      expect(found(`見て ${text} です`)).toEqual([]);
    }
    for (const before of ["https://example.jp/", "https://example.jp/?to=", "mailto:", "https://example.jp "]) {
      expect(found(`${before}a@example.jp`)).toEqual([["EMAIL", "high", "a@example.jp"]]);
    }
  });

  it("leaves other uses of the sign alone", () => {
    for (const text of ["@市役所", "1個@100円", "a@b", "見本@", "look at page dot", "a@見本。ここ"])
      expect(found(text)).toEqual([]);
  });
});

describe("findPersonalData: addresses and postal codes", () => {
  it.each([
    ["苫小牧市見本町4丁目5番6号", "high"],
    ["北海道苫小牧市見本町４丁目５番６号", "high"],
    ["見本町四丁目五番六号", "high"],
    ["見本町4丁目5-6", "high"],
    ["見本町4丁目5番地の6", "high"],
    ["見本町4-5-6", "high"],
    ["見本町４－５－６", "high"],
    ["見本町4−5ー6", "high"],
    ["見本町4の5の6", "high"],
    ["見本町4-5-6見本ハイツ101号室", "high"],
    ["見本町5番6号", "high"],
    ["みほん町4-5-6", "high"],
    ["見の本町4-5-6", "high"],
    ["字見本123番地4", "high"],
    ["北1条西2-1-1", "high"],
    ["北１条西２丁目１", "high"],
    ["北一条西二丁目1番地", "high"],
    ["2条通3-4", "high"],
    ["見本が丘1丁目2-3", "high"],
    ["見本町3-2-1 見本ビル5階", "high"],
    ["見本町東3線45番地", "high"],
    ["見本村西5線北12番地", "high"],
    ["見本町東1線南5号", "high"],
    ["見本町4-5", "mid"],
    ["沼ノ端中央4-5-6", "mid"],
    ["ウトナイ北3-2-1", "mid"],
    ["苫小牧市字見本12-3", "mid"],
    ["見本町4丁目", "low"],
  ])("finds %s", (address, confidence) => {
    expect(found(address)).toEqual([["ADDRESS", confidence, address]]);
    expect(found(`私は、${address}に住んでいます`)).toEqual([["ADDRESS", confidence, address]]);
    expect(found(`住所:${address}。`).map(([kind]) => kind)).toEqual(["ADDRESS"]);
  });

  it.each([
    "苫小牧市は2020-2024年度",
    "苫小牧市2020-2024年度",
    "見本町2020-2024",
    "計画期間は2020-2024です",
    "第3条2-1",
    "第12条第2項",
    "図1-2-3のとおり",
    "議案1-2-3",
    "平成30-4-1",
    "国道36号の5番乗り場",
    "得点は3-2",
    "10-20人",
    "テーマ2の3つの問い",
    "R8-0042",
    "ICT2-1",
    "取組1-1-1の指標2-3-1",
    "施策1-2-3",
    "路線1-2-3",
    "町2-3回の清掃",
    "区2-3か所",
    "1台2-3万円",
    "小学校1-2-3年生",
    "1番地区と2番地区",
    "国道36号線5号車",
  ])("does not take %s for an address", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("keeps what stands right before an address apart from it", () => {
    expect(found("〒053-0000苫小牧市見本町4-5-6 090-0000-0000見本町4丁目5番6号")).toEqual([
      ["POSTAL_CODE", "high", "〒053-0000"],
      ["ADDRESS", "high", "苫小牧市見本町4-5-6"],
      ["PHONE", "high", "090-0000-0000"],
      ["ADDRESS", "high", "見本町4丁目5番6号"],
    ]);
  });

  it("is less certain of a number without a town, which may be a figure of speech", () => {
    expect(found("二丁目三番地です")).toEqual([["ADDRESS", "mid", "二丁目三番地"]]);
    expect(found("123番地です")).toEqual([["ADDRESS", "mid", "123番地"]]);
    expect(found("一丁目一番地の政策")).toEqual([["ADDRESS", "low", "一丁目一番地"]]);
  });

  it.each([
    ["うちは みほんちょう 4ちょうめ 5ばん 6ごうの となり", "みほんちょう 4ちょうめ 5ばん 6ごう"],
    ["みほんちょう 2ちょうめ 3の4 です", "みほんちょう 2ちょうめ 3の4"],
    ["I live at 1-2-3 Mihon-cho, Mihon-shi and work", "1-2-3 Mihon-cho, Mihon-shi"],
    ["4-5-6 Mihoncho, Rei City.", "4-5-6 Mihoncho, Rei City"],
  ])("knows addresses written without kanji: %s", (text, piece) => {
    expect(found(text)).toEqual([["ADDRESS", "high", piece]]);
  });

  it("does not take a score in English for an address", () => {
    expect(found("We won 3-2 in Mihon-shi, 1-2-3 Go Team")).toEqual([]);
  });

  it.each([
    ["〒053-0000", "high", "〒053-0000"],
    ["〒０５３００００", "high", "〒０５３００００"],
    ["郵便番号は053-0000", "high", "053-0000"],
    ["郵便番号0530000", "high", "0530000"],
    ["ゆうびんばんごうは 053-0000", "high", "053-0000"],
    ["My zip code is 053-0000", "high", "053-0000"],
    ["053-0000", "mid", "053-0000"],
  ])("finds the postal code %s", (text, confidence, piece) => {
    expect(found(text)).toEqual([["POSTAL_CODE", confidence, piece]]);
  });

  it("is certain of a postal code right before a place", () => {
    expect(found("053-0000 見本市のことです")).toEqual([["POSTAL_CODE", "high", "053-0000"]]);
  });

  it("does not take a range or the number of a thing for a postal code", () => {
    for (const text of [
      "請求記号318-2000",
      "型番:123-4567",
      "1234567",
      "500-1000円",
      "100-1500人",
      "1053-0000",
      "053-00000",
      "12-053-0000",
    ]) {
      expect(found(text).filter(([kind]) => kind === "POSTAL_CODE")).toEqual([]);
    }
  });
});

describe("findPersonalData: birth dates, cards, individual numbers and names", () => {
  it.each([
    ["昭和50年5月5日生まれです", "昭和50年5月5日"],
    ["昭和５０年５月５日生", "昭和５０年５月５日"],
    ["S50.5.5生", "S50.5.5"],
    ["生年月日:1975/05/05", "1975/05/05"],
    ["誕生日は平成元年1月8日です", "平成元年1月8日"],
    ["Date of birth: 1975-05-05", "1975-05-05"],
    ["I was born on May 5, 1975.", "May 5, 1975"],
    ["born in Mihon on 5 May 1975", "5 May 1975"],
    ["DOB 1975/5/5", "1975/5/5"],
    ["たんじょうびは 1975ねん 5がつ 5にち です", "1975ねん 5がつ 5にち"],
    ["出生日 2019年7月7日", "2019年7月7日"],
    ["1975年(昭和50年)5月5日生まれ", "1975年(昭和50年)5月5日"],
    ["昭和五十年五月五日生まれ", "昭和五十年五月五日"],
    ["令和3年3月3日に生まれました", "令和3年3月3日"],
    ["生まれたのは2021年3月3日です", "2021年3月3日"],
    ["生年月日:19750505", "19750505"],
  ])("finds the birth date in %s", (text, piece) => {
    expect(found(text)).toEqual([["BIRTH_DATE", "high", piece]]);
  });

  it.each([
    "生まれ変わった公園は2024年4月1日に",
    "2024年4月1日に生まれ変わった",
    "誕生日の花火は2024年8月1日",
    "1948年4月1日に市が生まれました",
    "10月10日生ごみ",
    "20240401",
    "令和8年11月22日に開始",
    "2026-11-22の会議",
    "平成30年4月1日生産開始",
    "令和2年4月1日生活課",
    "R8.11.22",
  ])("does not take the date in %s for a birth date", (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ["4111-1111-1111-1111", "high"],
    ["4111 1111 1111 1111", "high"],
    ["４１１１ー１１１１ー１１１１ー１１１１", "high"],
    ["3782-822463-10005", "high"],
    ["3056-930902-5904", "high"],
    ["4111111111111111", "mid"],
  ])("finds the card number %s", (card, confidence) => {
    expect(found(card)).toEqual([["CARD", confidence, card]]);
    expect(found(`カード番号:${card}`)).toEqual([["CARD", "high", card]]);
  });

  it("reads the word after a card number too", () => {
    expect(found("4111111111111111のカード")).toEqual([["CARD", "high", "4111111111111111"]]);
  });

  it("does not take numbers without the check digit of a card, or longer codes, for cards", () => {
    for (const text of ["4111-1111-1111-1112", "4111111111111112", "14111111111111111", "4111-1111-1111-1111-1"]) {
      expect(found(text).filter(([kind]) => kind === "CARD")).toEqual([]);
    }
  });

  it("finds an individual number and leaves corporate numbers alone", () => {
    expect(found("番号は1234ー5678ー9018です")).toEqual([["INDIVIDUAL_NUMBER", "high", "1234ー5678ー9018"]]);
    expect(found("マイナンバー 1234-5678-9012")).toEqual([["INDIVIDUAL_NUMBER", "mid", "1234-5678-9012"]]);
    for (const text of ["法人番号1000020012131", "法人番号 9000020011002", "1-0000-2001-2131", "T9000020011002"]) {
      expect(found(text)).toEqual([]);
    }
  });

  it.each([
    ["氏名:見本 甲", "見本 甲"],
    ["お名前（漢字）：見本甲乙", "見本甲乙"],
    ["担当者:ミホン・コウ", "ミホン・コウ"],
    ["名前は見本甲です", "見本甲"],
    ["私、見本甲と申します", "見本甲"],
    ["Name: Mihon Ko", "Mihon Ko"],
    ["My name is Mihon Ko.", "Mihon Ko"],
    ["わたしの なまえは みほん です", "みほん"],
    ["氏名 見本甲", "見本甲"],
    ["フリガナ：ミホン コウ", "ミホン コウ"],
    ["申請者:見本甲", "見本甲"],
    ["代表:見本甲", "見本甲"],
    ["氏名：見本甲 住所：見本市", "見本甲"],
    ["氏名：見本 甲 住所：見本市", "見本 甲"],
    ["氏名：見本甲 メールアドレス(任意)：なし", "見本甲"],
    ["氏名 見本甲 住所 見本市", "見本甲"],
    ["氏名：見本甲 ご連絡先TEL：なし", "見本甲"],
    ["Name: Mihon Address: none", "Mihon"],
  ])("suspects the name in %s", (text, name) => {
    expect(found(text)).toEqual([["NAME_LABEL", "low", name]]);
  });

  it.each([
    "氏名:匿名",
    "名前は公開しないでください",
    "担当者:なし",
    "担当課の氏名を公表",
    "名前は大切です",
    "氏名欄",
    "filename: report",
  ])("does not take %s for a name", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("findPersonalData: whole texts", () => {
  it("finds each kind once in a text that has them all, in its order", () => {
    const text = [
      "氏名:見本 甲(昭和50年5月5日生)",
      "〒053-0000 苫小牧市見本町4丁目5番6号",
      "電話090-0000-0000、a.b＠example.com",
      "カード 4111-1111-1111-1111、個人番号 1234 5678 9018",
      "市の窓口は 0144-32-6169 です。",
    ].join("\r\n");
    const findings = findPersonalData(text, { allowedPhones });
    expect(findings.map(({ kind }) => kind)).toEqual([
      "NAME_LABEL",
      "BIRTH_DATE",
      "POSTAL_CODE",
      "ADDRESS",
      "PHONE",
      "EMAIL",
      "CARD",
      "INDIVIDUAL_NUMBER",
    ]);
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(personalDataKinds));
    expect(findings.map((finding) => finding.text)).toContain("苫小牧市見本町4丁目5番6号");
  });

  it("finds nothing in ordinary proposals", () => {
    for (const text of [
      "",
      "公園の遊具が壊れています。3台のうち2台は2020年から使えません。",
      "令和2年度から令和6年度(2020-2024)の取組で、約37.6億円の効果がありました。",
      "行政創革プランの7つのテーマのうち、第3のテーマ「協働の推進」について。",
      "窓口は午前8時45分から午後5時15分まで。手数料は300円です。",
      "人口は約16万5千人、面積は561.57平方キロメートルです。",
      "地方自治法第4条の2第2項、番号法第20条",
      "ICTの活用で1日に10-20件の手続がオンラインになります。",
      "受付番号 R8-0042 への追加です。",
      "バスの1番線から5番線まで、36号線沿い",
      "👪👨‍👩‍👧 مرحبا 𠮷野家 髙﨑",
    ]) {
      expect([text, found(text)]).toEqual([text, []]);
    }
  });

  it("gives pieces of the original: exact, in order and without overlap, whatever surrounds them", () => {
    const pieces = [
      "090-0000-0000",
      "０１４４（００）００００",
      "a.b＠example.com",
      "〒053-0000",
      "見本町4丁目5番6号",
      "北１条西２-１-１",
      "昭和50年5月5日生",
      "4111-1111-1111-1111",
      "1234 5678 9018",
      "氏名：見本 甲",
    ];
    let total = 0;
    forRandom(1_500, (random) => {
      const text = Array.from(
        { length: 4 },
        () => random.text("あ。\n、👪髙﨑㈱①か\u3099-( ", 6) + random.pick(pieces),
      ).join("。");
      const findings = findPersonalData(text);
      total += findings.length;
      let last = 0;
      for (const { start, end, text: piece } of findings) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end)).toBe(piece);
        last = end;
      }
    });
    expect(total).toBeGreaterThan(5_000);
  });

  it("never throws and keeps its promises on random input", () => {
    forRandom(1_500, (random) => {
      const text = random.pick([
        () => random.text("0123456789０９-ー() .@町条丁目番号市は年月日a:氏名〒+生", 60),
        () => random.codeUnits(60),
      ])();
      for (const { start, end, text: piece } of findPersonalData(text, { allowedPhones })) {
        expect(text.slice(start, end)).toBe(piece);
      }
    });
  });

  it.each([
    "0",
    "1",
    "0144-",
    "0144 ",
    "(0",
    "a",
    "a.",
    "a@",
    "a@a.",
    "町1-",
    "町",
    "4丁目",
    "4丁目5番",
    "番",
    "一",
    "1条",
    "北1条西2-1-",
    "住所:",
    "住所は市",
    "氏名:甲",
    "氏名 ",
    "〇",
    "〇九",
    "東3線",
    "1ちょうめ",
    "ちょう ",
    "1-2 Abcho, Ab",
    "a at b dot ",
    "a@甲.",
    "生まれ",
    "郵便番号",
    "https://a",
    "https://1-2 ",
    "May 5, ",
    "昭和五",
    "甲",
    "ァ",
    "昭和50年",
    "1 ",
    " ",
    "4111 ",
    "+81",
    "\u3099",
    "見本町4-5-6見",
  ])("takes time in proportion to the text: 20,000 characters of %j", (unit) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length));
    findPersonalData(unit);
    const started = performance.now();
    findPersonalData(text, { allowedPhones });
    findPersonalData(`${text}!`, { allowedPhones });
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
