import {
  type Composition,
  mail,
  multipart,
  ownSender,
  part,
  replyAddress,
  body as textPart,
  word,
} from "../compose.ts";
import type { Category, Expected, MailCase } from "../mail-case.ts";

const away = "ただいま不在にしております。\n戻りましたらご連絡します。";

function machine(
  category: Category,
  name: string,
  kind: Expected["kind"],
  text: string,
  composition: Composition,
  must = true,
): MailCase {
  return { name, category, must, raw: mail(text, composition), expected: { kind } };
}

const auto = (name: string, text: string, composition: Composition, must = true) =>
  machine("auto-replies", name, "autoReply", text, composition, must);
const notice = (name: string, text: string, composition: Composition, must = true) =>
  machine("notices", name, "notice", text, composition, must);
const loop = (name: string, composition: Composition) => machine("loops", name, "loop", "回答のお願い", composition);

const authenticated = (name: string, above: string[], authentication: Expected["authentication"]): MailCase => ({
  name,
  category: "authentication",
  must: true,
  raw: mail("検討します。", { above }),
  expected: { kind: "reply", authentication },
});

export const machineCases: MailCase[] = [
  auto("Auto-Submitted: auto-replied", away, { headers: ["Auto-Submitted: auto-replied"] }),
  auto("Auto-Submitted with a parameter", away, { headers: ["Auto-Submitted: auto-replied; owner-email=x@y.example"] }),
  auto("Auto-Submitted: auto-generated", "受け付けました。", { headers: ["Auto-Submitted: auto-generated"] }),
  auto("X-Autoreply", away, { headers: ["X-Autoreply: yes"] }),
  auto("X-Autorespond", away, { headers: ["X-Autorespond: away"] }),
  auto("Precedence: auto_reply", away, { headers: ["Precedence: auto_reply"] }),
  auto("Exchange in Japanese", away, { subject: word("自動応答: 【創革ひろば】回答のお願い R8-0042") }),
  auto("a groupware in Japanese, 自動返信", away, { subject: word("【自動返信】お問い合わせありがとうございます") }),
  auto("不在 in brackets", away, { subject: word("【不在】Re: 回答のお願い") }),
  auto("不在通知", away, { subject: word("不在通知(11/26〜11/30)", "iso-2022-jp") }),
  auto("Exchange in English", "I am out of the office.", { subject: "Automatic reply: R8-0042" }),
  auto("Out of Office", "Back on Monday.", { subject: "Out of Office: R8-0042" }),
  auto("a vacation program", "I am on leave until Monday.", { subject: "Vacation reply" }),
  auto("a text that says so, in Japanese", `このメールは自動返信です。\n${away}`, {
    subject: word("Re: 回答のお願い"),
  }),
  auto(
    "a text that says so, sent automatically",
    `本メールは自動的に送信しています。\nお問い合わせを受け付けました。`,
    {
      subject: word("Re: 回答のお願い"),
    },
  ),
  auto("a text that says so, in English", "This is an automated response. I will be back on Monday.", {
    subject: "Re: R8-0042",
  }),
  auto("in ISO-2022-JP with a full-width subject", away, {
    charset: "iso-2022-jp",
    encoding: "7bit",
    subject: word("自動返信\uff1a回答のお願い", "iso-2022-jp"),
  }),
  notice("a mailing list", "皆さまへのお知らせです。", {
    headers: ["List-Id: <all.city.tomakomai.example>", "Precedence: list"],
  }),
  notice("bulk mail", "お知らせです。", { headers: ["Precedence: bulk"] }),
  notice("a newsletter", "今月のお知らせです。", { headers: ["List-Unsubscribe: <https://news.example/u>"] }),
  notice("a read receipt by its subject, in Japanese", "メッセージは開封されました。", {
    subject: word("開封済み: 回答のお願い"),
  }),
  notice("a read receipt by its subject, in English", "Your message was read.", { subject: "Read: R8-0042" }),
  {
    name: "a read receipt by its form",
    category: "notices",
    must: true,
    raw: multipart(
      "report",
      [
        textPart("開封しました。"),
        part(
          "message/disposition-notification",
          "Reporting-UA: mail\r\nFinal-Recipient: rfc822;gyokaku@city.tomakomai.example\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n",
        ),
      ],
      { boundaryParameters: "; report-type=disposition-notification", subject: "R8-0042" },
    ),
    expected: { kind: "notice" },
  },
  notice("a gateway that took off a file", "添付ファイルを削除しました。", {
    subject: word("【添付ファイル削除】回答のお願い"),
  }),
  notice("a virus notice", "A virus was found.", { subject: "Virus found in your message" }),
  notice("a recalled message", "取り消します。", { subject: word("メッセージの取り消し: 回答のお願い") }),
  loop("our own mail", { from: ownSender }),
  loop("our own mail with a name", { from: `=?utf-8?B?5Ym16Z2p?= <${ownSender.toUpperCase()}>` }),
  loop("from one of our reply addresses", { from: replyAddress }),
  loop("marked by X-Loop", { headers: ["X-Loop: reply.tomakomai.example"] }),
  loop("too many hops", {
    above: Array.from(
      { length: 60 },
      (_, at) => `Received: from a${at}.example by b${at}.example; Thu, 26 Nov 2026 10:00:00 +0900`,
    ),
  }),
  authenticated("no result", [], null),
  authenticated(
    "dmarc=pass of the city's server",
    [
      "Authentication-Results: mx.tomakomai.example;\r\n dkim=pass header.d=city.tomakomai.example;\r\n spf=pass smtp.mailfrom=city.tomakomai.example;\r\n dmarc=pass (p=REJECT) header.from=city.tomakomai.example",
    ],
    { dmarc: "pass", spf: "pass", dkim: "pass" },
  ),
  authenticated(
    "dmarc=fail of the city's server",
    [
      "Authentication-Results: mx.tomakomai.example; dmarc=fail (p=QUARANTINE; dis=NONE) header.from=city.tomakomai.example; spf=softfail",
    ],
    { dmarc: "fail", spf: "softfail", dkim: null },
  ),
  authenticated("a result somebody else wrote", ["Authentication-Results: mx.attacker.example; dmarc=pass"], null),
  authenticated(
    "a forged result below the city's",
    [
      "Authentication-Results: mx.tomakomai.example 1; dmarc=fail",
      "Authentication-Results: mx.tomakomai.example; dmarc=pass",
    ],
    { dmarc: "fail", spf: null, dkim: null },
  ),
  authenticated(
    "a result inside a comment",
    ["Authentication-Results: mx.tomakomai.example; spf=fail (x; dmarc=pass)"],
    { dmarc: null, spf: "fail", dkim: null },
  ),
];
