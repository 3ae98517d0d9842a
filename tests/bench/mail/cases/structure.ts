import { body, encode, file, mail, multipart, nested, part, word } from "../compose.ts";
import type { Expected, MailCase } from "../mail-case.ts";

const own = "ご提案ありがとうございます。\n来年度の計画に入れます。";
const asHtml = `<html><body><p>${own.replace("\n", "<br>")}</p></body></html>`;

function structure(name: string, raw: Buffer, expected: Expected, must = true): MailCase {
  return { name, category: "structure", must, raw, expected };
}

export const structureCases: MailCase[] = [
  structure(
    "text and HTML, the text is taken",
    multipart("alternative", [body(own), body("<p>別の文</p>", { type: "text/html" })]),
    { kind: "reply", own },
  ),
  structure(
    "text and HTML, the text is blank",
    multipart("alternative", [body(" \n"), body(asHtml, { type: "text/html" })]),
    { kind: "reply", own },
  ),
  structure("HTML alone", mail(asHtml, { type: "text/html", encoding: "base64" }), { kind: "reply", own }),
  structure(
    "HTML alone, in ISO-2022-JP",
    mail(asHtml, { type: "text/html", charset: "iso-2022-jp", encoding: "7bit" }),
    { kind: "reply", own },
  ),
  structure(
    "HTML with a list, a table and what nobody sees",
    mail(
      "<html><head><title>x</title><style>p{}</style></head><body><ul><li>一つ目</li><li>二つ目</li></ul><table><tr><td>経費</td><td>200万円</td></tr></table><script>alert(1)</script>&amp; 以上&nbsp;です</body></html>",
      { type: "text/html" },
    ),
    { kind: "reply", own: "・一つ目\n・二つ目\n\n経費 200万円\n\n& 以上 です" },
  ),
  structure("HTML that nothing closes", mail("<div><p>検討します。<div><b>以上", { type: "text/html" }), {
    kind: "reply",
    own: "検討します。\n\n以上",
  }),
  structure(
    "HTML nested thousands of times",
    mail(`${"<div><blockquote>".repeat(3_000)}検討します。`, { type: "text/html" }),
    { kind: "empty", quoted: ["検討します。"] },
  ),
  structure("format=flowed", mail("この行は \n続きます。\n次の行です。\n", { parameters: "; format=flowed" }), {
    kind: "reply",
    own: "この行は 続きます。\n次の行です。",
  }),
  structure(
    "format=flowed with delsp",
    mail("この行は続 \nきます。\n次の行です。\n", { parameters: "; format=flowed; delsp=yes" }),
    { kind: "reply", own: "この行は続きます。\n次の行です。" },
  ),
  structure(
    "format=flowed with a quote",
    mail("> この引用は \n> 続きます。\n検討します。\n", { parameters: "; format=flowed; delsp=yes" }),
    { kind: "reply", own: "検討します。", quoted: ["> この引用は続きます。"] },
  ),
  structure("nothing at all", mail("", {}), { kind: "empty", own: "" }),
  structure("blanks and invisible characters", mail("\u3000\n \u200b\n", {}), { kind: "empty" }),
  structure("a quote alone", mail("> 提案 R8-0042 について\n> お答えください。\n"), { kind: "empty", own: "" }),
  structure("a signature alone", mail("-- \n苫小牧市 総務部 行政監理室 行革担当\nTEL 0144-32-6169"), {
    kind: "empty",
    signature: ["0144-32-6169"],
  }),
  structure(
    "two files",
    multipart("mixed", [
      body(own),
      file('filename="a.pdf"', "application/pdf", 30),
      file('filename="b.xlsx"', "application/vnd.ms-excel", 300),
    ]),
    {
      kind: "reply",
      own,
      attachments: [
        { name: "a.pdf", type: "application/pdf", size: 30 },
        { name: "b.xlsx", type: "application/vnd.ms-excel", size: 300 },
      ],
    },
  ),
  structure("20 MB", multipart("mixed", [body(own), file('filename="map.tiff"', "image/tiff", 20_000_000)]), {
    kind: "reply",
    own,
    attachments: [{ name: "map.tiff", type: "image/tiff", size: 20_000_000 }],
  }),
  structure(
    "a text file is a file",
    multipart("mixed", [
      body(own),
      Buffer.concat([Buffer.from('Content-Disposition: attachment; filename="memo.txt"\r\n'), body("中身")]),
    ]),
    {
      kind: "reply",
      own,
      attachments: [{ name: "memo.txt", type: "text/plain" }],
    },
  ),
  structure(
    "winmail.dat beside a text",
    multipart("mixed", [body(own), file('filename="winmail.dat"', "application/ms-tnef", 900)]),
    { kind: "reply", own, attachments: [{ name: "winmail.dat", type: "application/ms-tnef", size: 900 }] },
  ),
  structure("winmail.dat alone", multipart("mixed", [file('filename="winmail.dat"', "application/ms-tnef", 900)]), {
    kind: "unreadable",
    attachments: [{ name: "winmail.dat", type: "application/ms-tnef", size: 900 }],
  }),
  structure("a file alone", multipart("mixed", [file('filename="a.pdf"', "application/pdf", 30)]), {
    kind: "unreadable",
  }),
  structure(
    "encrypted (PGP)",
    multipart("encrypted", [
      part("application/pgp-encrypted", "Version: 1\r\n"),
      part("application/octet-stream", "x"),
    ]),
    {
      kind: "unreadable",
    },
  ),
  structure(
    "encrypted (S/MIME)",
    mail("MIIB", { type: "application/pkcs7-mime", declared: null, parameters: "; smime-type=enveloped-data" }),
    { kind: "unreadable" },
  ),
  structure(
    "signed (S/MIME), the text is open",
    multipart("signed", [body(own), file('filename="smime.p7s"', "application/pkcs7-signature", 900)]),
    { kind: "reply", own },
  ),
  structure(
    "pictures inside the HTML",
    multipart("related", [
      nested("alternative", [body(own), body(asHtml, { type: "text/html" })], "=_inner"),
      file('filename="logo.png"', "image/png", 60, "inline"),
    ]),
    { kind: "reply", own, attachments: [{ name: "logo.png" }] },
  ),
  structure(
    "a forward as a message inside, in another charset",
    multipart("mixed", [
      body(own),
      part(
        "message/rfc822",
        mail("転送する本文です。", {
          charset: "iso-2022-jp",
          encoding: "7bit",
          subject: word("元の件名", "iso-2022-jp"),
        }),
      ),
    ]),
    { kind: "reply", own, quoted: ["転送する本文です。", "元の件名"], attachments: [{ type: "message/rfc822" }] },
  ),
  structure(
    "a forward in a forward in a forward",
    multipart("mixed", [
      body(own),
      part(
        "message/rfc822",
        multipart(
          "mixed",
          [
            body("一段目です。"),
            part(
              "message/rfc822",
              multipart("mixed", [body("二段目です。"), part("message/rfc822", mail("三段目です。"))], {
                boundary: "third",
              }),
            ),
          ],
          { boundary: "second" },
        ),
      ),
    ]),
    { kind: "reply", own, quoted: ["一段目です。", "二段目です。", "三段目です。"] },
  ),
  structure("line ends of Unix", Buffer.from(mail(own).toString("utf-8").replaceAll("\r\n", "\n")), {
    kind: "reply",
    own,
  }),
  structure(
    "a boundary that never comes",
    mail("--other\r\n検討します。", { type: "multipart/mixed", declared: null, parameters: '; boundary="none"' }),
    { kind: "empty" },
    false,
  ),
  structure("a part that is cut off", multipart("mixed", [body(own)]).subarray(0, -20), { kind: "reply", own }),
  structure(
    "base64 that is cut off",
    mail(Buffer.from(`${encode(own, "utf-8").toString("base64").slice(0, -3)}`), {
      encoding: "7bit",
      declared: "utf-8",
    }),
    {
      kind: "reply",
    },
  ),
  structure("not a message", Buffer.from([0, 1, 2, 255, 254, 10, 10, 0]), { kind: "empty" }),
  structure("not one byte", Buffer.alloc(0), { kind: "empty" }),
  structure("no Message-ID", mail(own, { messageId: null }), { kind: "reply", own, messageId: null }),
  structure("a Message-ID with a space and no brackets", mail(own, { messageId: " abc@mail.example" }), {
    kind: "reply",
    messageId: "abc@mail.example",
  }),
  structure("controls and overrides of direction are dropped", mail("検\u0000討\u202eします。"), {
    kind: "reply",
    own: "検討します。",
  }),
];
