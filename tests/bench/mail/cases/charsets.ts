import { body, type Composition, encode, file, mail, multipart, word } from "../compose.ts";
import type { MailCase } from "../mail-case.ts";

const plain = "ご提案ありがとうございます。\n来年度の計画に入れます。";
const vendor = "①㈱髙﨑と№5の打合せ、費用は㌔単位です。";
const kana = "ﾃﾞｼﾞﾀﾙ担当のﾒﾓです。";

const text = (name: string, own: string, composition: Composition, must = true): MailCase => ({
  name,
  category: "charset",
  must,
  raw: mail(own, composition),
  expected: { kind: "reply", own },
});

export const charsetCases: MailCase[] = [
  text("UTF-8 in 8 bits", plain, {}),
  text("UTF-8 as base64", plain, { encoding: "base64" }),
  text("UTF-8 as quoted-printable", plain, { encoding: "quoted-printable" }),
  text("UTF-8 with emoji and a variation selector", "葛󠄀西さんの案👍🏽に賛成です。", { encoding: "base64" }),
  text("ISO-2022-JP", plain, { charset: "iso-2022-jp", encoding: "7bit" }),
  text("ISO-2022-JP as base64", plain, { charset: "iso-2022-jp", encoding: "base64" }),
  text("ISO-2022-JP as quoted-printable", plain, { charset: "iso-2022-jp", encoding: "quoted-printable" }),
  text("ISO-2022-JP with vendor characters (code page 50221)", vendor, { charset: "iso-2022-jp", encoding: "7bit" }),
  text("ISO-2022-JP with escaped half-width katakana", kana, {
    charset: "iso-2022-jp-kana",
    declared: "iso-2022-jp",
    encoding: "7bit",
  }),
  text("ISO-2022-JP with shifted half-width katakana (code page 50222)", kana, {
    charset: "iso-2022-jp-shift",
    declared: "iso-2022-jp",
    encoding: "7bit",
  }),
  text("ISO-2022-JP that does not escape back at the end of lines", `${plain}\nby phone`, {
    charset: "iso-2022-jp-unclosed",
    declared: "iso-2022-jp",
    encoding: "7bit",
  }),
  text("ISO-2022-JP called CP50221", vendor, { charset: "iso-2022-jp", declared: "CP50221", encoding: "7bit" }),
  text("ISO-2022-JP called ISO-2022-JP-MS", vendor, {
    charset: "iso-2022-jp",
    declared: "ISO-2022-JP-MS",
    encoding: "7bit",
  }),
  text("Shift_JIS", plain, { charset: "shift_jis" }),
  text("Shift_JIS with vendor characters (code page 932)", vendor, { charset: "cp932", declared: "Shift_JIS" }),
  text("Shift_JIS called Windows-31J", vendor, { charset: "cp932", declared: "Windows-31J", encoding: "base64" }),
  text("Shift_JIS called x-sjis, with half-width katakana", kana, { charset: "cp932", declared: "x-sjis" }),
  text("Shift_JIS with characters whose second byte is a backslash", "ソフトの表示と能力の予算を十分に構えます。", {
    charset: "shift_jis",
  }),
  text("EUC-JP", plain, { charset: "euc-jp" }),
  text("EUC-JP called CP51932", "①と②の資料を見ました。", { charset: "euc-jp", declared: "CP51932" }),
  text("no charset, UTF-8", plain, { declared: null }),
  text("no charset, ISO-2022-JP", plain, { charset: "iso-2022-jp", declared: null, encoding: "7bit" }),
  text("no charset, Shift_JIS", plain, { charset: "shift_jis", declared: null }),
  text("no charset, EUC-JP", plain, { charset: "euc-jp", declared: null }),
  text("declared us-ascii, is UTF-8", plain, { declared: "us-ascii" }),
  text("declared us-ascii, is ISO-2022-JP", vendor, { charset: "iso-2022-jp", declared: "us-ascii", encoding: "7bit" }),
  text("declared iso-8859-1, is Shift_JIS", plain, { charset: "shift_jis", declared: "iso-8859-1" }),
  text("declared iso-8859-1, is UTF-8", plain, { declared: "iso-8859-1" }),
  text("declared windows-1252, is ISO-2022-JP", plain, {
    charset: "iso-2022-jp",
    declared: "windows-1252",
    encoding: "7bit",
  }),
  text("declared UTF-8, is Shift_JIS", plain, { charset: "shift_jis", declared: "utf-8" }),
  text("declared UTF-8, is EUC-JP", plain, { charset: "euc-jp", declared: "utf-8" }),
  text("declared Shift_JIS, is UTF-8", plain, { declared: "shift_jis" }),
  text("declared ISO-2022-JP, is UTF-8", plain, { declared: "iso-2022-jp" }),
  text("declared ISO-2022-JP, is Shift_JIS", plain, { charset: "shift_jis", declared: "iso-2022-jp" }),
  text("a charset nobody knows, is UTF-8", plain, { declared: "x-city-charset" }),
  text("an English reply with an accent in windows-1252", "We agree with the café proposal – see you on Friday.", {
    charset: "windows-1252",
  }),
  text("UTF-16 with a byte order mark", plain, { charset: "utf-16", encoding: "base64" }),
  {
    name: "UTF-8 cut in the middle of a character",
    category: "charset",
    must: true,
    raw: mail(Buffer.concat([encode("検討します。", "utf-8"), Buffer.from([0xe3, 0x81])]), {}),
    expected: { kind: "reply", own: "検討します。\ufffd" },
  },
  {
    name: "each part in a charset of its own",
    category: "charset",
    must: true,
    raw: multipart("mixed", [
      body("一つ目です。", { charset: "iso-2022-jp", encoding: "7bit" }),
      body("二つ目です。", { charset: "shift_jis" }),
    ]),
    expected: { kind: "reply", own: "一つ目です。\n\n二つ目です。" },
  },
  ...nameCases(),
];

function nameCases(): MailCase[] {
  const subject = (name: string, composition: Composition, expected: string, must = true): MailCase => ({
    name,
    category: "names",
    must,
    raw: mail(plain, composition),
    expected: { kind: "reply", subject: expected },
  });
  const attached = (name: string, header: string, expected: string, must = true): MailCase => ({
    name,
    category: "names",
    must,
    raw: multipart("mixed", [body(plain), file(header, "application/pdf", 30)]),
    expected: { kind: "reply", own: plain, attachments: [{ name: expected, type: "application/pdf", size: 30 }] },
  });
  const bytes = encode("回答について R8-0042", "iso-2022-jp");
  return [
    subject("a subject in UTF-8", { subject: word("Re: 回答のお願い") }, "Re: 回答のお願い"),
    subject("a subject in ISO-2022-JP with vendor characters", { subject: word("①髙﨑案", "iso-2022-jp") }, "①髙﨑案"),
    subject("a subject in Shift_JIS, Q-encoded", { subject: word("予算の表", "shift_jis", "Q") }, "予算の表"),
    subject(
      "a subject of two words with a line between",
      { subject: `${word("回答の")}\r\n ${word("お願い")}` },
      "回答のお願い",
    ),
    subject(
      "a subject cut in the middle of a character",
      {
        subject: `=?utf-8?B?${encode("回答", "utf-8").subarray(0, 4).toString("base64")}?= =?utf-8?B?${encode("回答", "utf-8").subarray(4).toString("base64")}?=`,
      },
      "回答",
    ),
    subject(
      "a subject whose words stand in ordinary ones",
      { subject: `Re: ${word("回答")} R8-0042 ${word("について")}` },
      "Re: 回答 R8-0042 について",
    ),
    subject(
      "a subject as bare ISO-2022-JP",
      { subject: "", rawHeaders: [Buffer.from("Subject: "), bytes, Buffer.from("\r\n")] },
      "回答について R8-0042",
    ),
    subject(
      "a subject as bare Shift_JIS",
      {
        subject: "",
        rawHeaders: [Buffer.from("Subject: "), encode("回答についてのお知らせ", "shift_jis"), Buffer.from("\r\n")],
      },
      "回答についてのお知らせ",
    ),
    subject("a subject with a language (RFC 2231)", { subject: "=?utf-8*ja?B?5Zue562U?=" }, "回答"),
    {
      name: "a sender whose name is encoded and holds a comma",
      category: "names",
      must: true,
      raw: mail(plain, { from: `"${word("行革担当, 市役所", "iso-2022-jp")}" <GYOKAKU@City.Tomakomai.example>` }),
      expected: { kind: "reply", from: "gyokaku@city.tomakomai.example" },
    },
    {
      name: "a sender whose name is bare Shift_JIS",
      category: "names",
      must: true,
      raw: mail(plain, {
        from: `${encode("行革担当", "shift_jis").toString("latin1")} <gyokaku@city.tomakomai.example>`,
      }),
      expected: { kind: "reply", from: "gyokaku@city.tomakomai.example" },
    },
    {
      name: "two senders are none",
      category: "names",
      must: true,
      raw: mail(plain, { from: "gyokaku@city.tomakomai.example, other@example.org" }),
      expected: { kind: "reply", from: null },
    },
    {
      name: "an address in the sender's name is not the sender",
      category: "names",
      must: true,
      raw: mail(plain, { from: '"gyokaku@city.tomakomai.example" <someone@example.org>' }),
      expected: { kind: "reply", from: "someone@example.org" },
    },
    attached("a file name in RFC 2231", "filename*=utf-8''%E8%B3%87%E6%96%99.pdf", "資料.pdf"),
    attached(
      "a file name in RFC 2231, continued",
      "filename*0*=utf-8''%E8%B3%87;\r\n filename*1*=%E6%96%99;\r\n filename*2=.pdf",
      "資料.pdf",
    ),
    attached("a file name in RFC 2047", `filename="${word("資料", "iso-2022-jp")}.pdf"`, "資料.pdf"),
    attached("a file name in RFC 2231 as Shift_JIS", "filename*=shift_jis''%8E%91%97%BF.pdf", "資料.pdf", false),
  ];
}
