import { type Composition, mail } from "../compose.ts";
import type { Expected, MailCase } from "../mail-case.ts";

const own = "ご提案ありがとうございます。\n\n来年度の計画に入れます。";
const asked = "提案 R8-0042 について、市の考え方をお答えください。";
const quotedMark = `> ${asked}\n>\n> 期限: 令和8年12月8日(火)`;

function quote(name: string, text: string, expected: Partial<Expected> = {}, must = true): MailCase {
  return {
    name,
    category: "quotes",
    must,
    raw: mail(text),
    expected: { kind: "reply", own, quoted: [asked], ...expected },
  };
}

const html = (name: string, text: string, expected: Partial<Expected> = {}): MailCase => ({
  name,
  category: "quotes",
  must: true,
  raw: mail(text, { type: "text/html", encoding: "base64" }),
  expected: { kind: "reply", own, quoted: [asked], ...expected },
});

const outlookHeader = `差出人: 創革ひろば <no-reply@tomakomai.example>
送信日時: 2026年11月26日木曜日 10:00
宛先: 行革担当
件名: 【創革ひろば】回答のお願い R8-0042`;

const quoteCases: MailCase[] = [
  quote(
    "Gmail in Japanese",
    `${own}\n\n2026年11月26日(木) 10:00 創革ひろば <no-reply@tomakomai.example>:\n\n${quotedMark}\n`,
  ),
  quote(
    "Gmail in Japanese, attribution wrapped before the address",
    `${own}\n\n2026年11月26日(木) 10:00 創革ひろば 行政創革プラン担当\n<no-reply@tomakomai.example>:\n\n${quotedMark}\n`,
  ),
  quote(
    "Gmail in English",
    `${own}\n\nOn Thu, Nov 26, 2026 at 10:00 AM Sokaku Hiroba <no-reply@tomakomai.example>\nwrote:\n\n${quotedMark}\n`,
  ),
  quote(
    "Apple Mail in Japanese",
    `${own}\n\n> 2026/11/26 10:00、創革ひろば <no-reply@tomakomai.example>のメール:\n> \n${quotedMark}\n`,
  ),
  quote(
    "Apple Mail in Japanese, attribution without a mark",
    `${own}\n\n2026/11/26 10:00、創革ひろば <no-reply@tomakomai.example>のメール:\n\n${quotedMark}\n`,
  ),
  quote(
    "an iPhone, which says so",
    `${own}\n\niPhoneから送信\n\n2026/11/26 10:00、創革ひろば <no-reply@tomakomai.example>のメール:\n\n${quotedMark}`,
    { signature: ["iPhoneから送信"] },
  ),
  quote(
    "Apple Mail in English",
    `${own}\n\nOn Nov 26, 2026, at 10:00, Sokaku Hiroba <no-reply@tomakomai.example> wrote:\n\n${quotedMark}`,
  ),
  quote("Thunderbird in Japanese", `${own}\n\nOn 2026/11/26 10:00, 創革ひろば wrote:\n${quotedMark}\n`),
  quote(
    "Thunderbird in Japanese words",
    `${own}\n\n創革ひろば さんは書きました (2026/11/26 10:00):\n${quotedMark}\n`,
    {},
    false,
  ),
  quote(
    "Thunderbird, date before the name",
    `${own}\n\n2026/11/26 10:00、創革ひろば さんが書きました:\n${quotedMark}\n`,
  ),
  quote(
    "Becky!",
    `${own}\n\nOn Thu, 26 Nov 2026 10:00:00 +0900\n創革ひろば <no-reply@tomakomai.example> wrote:\n\n${quotedMark}\n`,
  ),
  quote(
    "Becky! below the quote",
    `On Thu, 26 Nov 2026 10:00:00 +0900\n創革ひろば <no-reply@tomakomai.example> wrote:\n\n${quotedMark}\n\n${own}\n`,
  ),
  quote("Outlook in Japanese", `${own}\n\n${outlookHeader}\n\n${asked}\n期限: 令和8年12月8日(火)\n`),
  quote(
    "Outlook in Japanese, with its line",
    `${own}\n\n________________________________\n${outlookHeader}\n\n${asked}\n`,
  ),
  quote(
    "Outlook, old separator in English",
    `${own}\n\n-----Original Message-----\nFrom: 創革ひろば <no-reply@tomakomai.example>\nSent: Thursday, November 26, 2026 10:00 AM\nTo: 行革担当\nSubject: 回答のお願い\n\n${asked}\n`,
  ),
  quote("Outlook, old separator in Japanese", `${own}\n\n-----元のメッセージ-----\n${outlookHeader}\n\n${asked}\n`),
  quote(
    "Outlook in English, bold header",
    `${own}\n\n*From:* Sokaku Hiroba <no-reply@tomakomai.example>\n*Sent:* Thursday, November 26, 2026 10:00 AM\n*To:* Gyokaku\n*Subject:* Request R8-0042\n\n${asked}\n`,
  ),
  quote(
    "full-width colons in the header",
    `${own}\n\n差出人\uff1a創革ひろば\n送信日時\uff1a2026年11月26日 10:00\n宛先\uff1a行革担当\n件名\uff1a回答のお願い\n\n${asked}\n`,
  ),
  quote(
    "a groupware with its own separator",
    `${own}\n\n----- 元のメール -----\n差出人: 創革ひろば\n日時: 2026/11/26 10:00\n件名: 回答のお願い\n\n${asked}\n`,
  ),
  quote(
    "Lotus Notes",
    `${own}\n\n----- Original Message -----\nFrom: 創革ひろば\nDate: 2026/11/26 10:00\nSubject: R8-0042\n\n${asked}`,
  ),
  quote(
    "a forward of the request, with an answer above",
    `${own}\n\n---------- Forwarded message ---------\nFrom: 創革ひろば <no-reply@tomakomai.example>\nDate: 2026年11月26日(木) 10:00\nSubject: 回答のお願い\nTo: <gyokaku@city.tomakomai.example>\n\n${asked}\n`,
  ),
  quote("marks only, no attribution", `${own}\n\n${quotedMark}\n`),
  quote("full-width marks", `${own}\n\n\uff1e ${asked}\n\uff1e 期限: 12月8日\n`),
  quote("initials before the mark", `${own}\n\nHIR> ${asked}\nHIR> 期限: 12月8日\nHIR> 電話: 0144-32-6169\n`),
  quote("quotes of quotes", `${own}\n\n>> ${asked}\n> お疲れさまです。\n> よろしくお願いします。\n`),
  {
    ...quote("answers between the quoted lines", ""),
    raw: mail(
      `> 実施の時期はいつですか。\n来年4月からです。\n\n> 費用はどのくらいですか。\n約200万円です。\n\n${quotedMark}\n以上です。`,
    ),
    expected: {
      kind: "reply",
      own: "来年4月からです。\n\n約200万円です。\n\n以上です。",
      quoted: ["実施の時期はいつですか。", "費用はどのくらいですか。", asked],
    },
  },
  {
    ...quote("an answer below a quote with attribution and between its lines", ""),
    raw: mail(
      `2026年11月26日(木) 10:00 創革ひろば <no-reply@tomakomai.example>:\n> ${asked}\n検討します。\n> 期限: 12月8日\n期限までに詳しくお答えします。\n`,
    ),
    expected: { kind: "reply", own: "検討します。\n期限までに詳しくお答えします。", quoted: [asked] },
  },
  html(
    "HTML of Gmail",
    `<div dir="ltr">ご提案ありがとうございます。<div><br></div><div>来年度の計画に入れます。</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">2026年11月26日(木) 10:00 創革ひろば &lt;<a href="mailto:no-reply@tomakomai.example">no-reply@tomakomai.example</a>&gt;:<br></div><blockquote class="gmail_quote"><div>${asked}</div></blockquote></div>`,
  ),
  html(
    "HTML of Outlook",
    `<html><head><style>p.MsoNormal{margin:0}</style></head><body><div><p class="MsoNormal">ご提案ありがとうございます。</p><p class="MsoNormal">来年度の計画に入れます。</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0mm 0mm 0mm"><p class="MsoNormal"><b>差出人:</b> 創革ひろば &lt;no-reply@tomakomai.example&gt;<br><b>送信日時:</b> 2026年11月26日 10:00<br><b>宛先:</b> 行革担当<br><b>件名:</b> 回答のお願い</p></div><p class="MsoNormal">${asked}</p></div></body></html>`,
  ),
  html(
    "HTML of Apple Mail",
    `<html><body>ご提案ありがとうございます。<div><br></div><div>来年度の計画に入れます。<br><div><br><blockquote type="cite"><div>2026/11/26 10:00、創革ひろば &lt;no-reply@tomakomai.example&gt;のメール:</div><br><div><div>${asked}</div></div></blockquote></div></div></body></html>`,
  ),
  kept("the word 件名 in a sentence", "件名: 花壇の整備について\n差出人: 不明とのことでした。\n\n担当で確かめます。"),
  kept(
    "a line that ends with a colon and has a day",
    "11月26日 10:00の会議で決めたこと:\n1 時期は来年度\n2 費用は200万円",
  ),
  kept(
    "a separator of one's own",
    "結論は次のとおりです。\n\n--------------------\n来年度に実施します。\n費用は市が負担します。",
  ),
  kept("an arrow at the beginning of a line", "=> 来年度の予算で対応します。\n-> 担当は行革担当です。"),
  kept("two lines that look like initials", "A> 案のまま\nB> 修正案\nこのうちAを採ります。"),
  kept(
    "a mail somebody quotes in words",
    "11月20日に市民A様から「至急」とのメールがあり、From: の欄は空でした。\n担当で確かめます。",
  ),
];

function kept(name: string, words: string): MailCase {
  return {
    name: `kept: ${name}`,
    category: "quotes",
    must: true,
    raw: mail(words),
    expected: { kind: "reply", own: words },
  };
}

function signed(
  name: string,
  text: string,
  expected: Partial<Expected>,
  must = true,
  composition: Composition = {},
): MailCase {
  return {
    name,
    category: "signatures",
    must,
    raw: mail(text, composition),
    expected: { kind: "reply", own, ...expected },
  };
}

const office =
  "苫小牧市 総務部 行政監理室\n行革担当\nTEL 0144-32-6169 / FAX 0144-34-0000\ngyokaku@city.tomakomai.example";

const signatureCases: MailCase[] = [
  signed("the standard mark", `${own}\n\n-- \n${office}\n`, { signature: ["0144-32-6169"] }),
  signed("the standard mark without its space", `${own}\n\n--\n${office}\n`, { signature: ["0144-32-6169"] }),
  signed("lines above and below", `${own}\n\n──────────────\n${office}\n──────────────\n`, {
    signature: ["行革担当", "──────────────"],
  }),
  signed("stars", `${own}\n\n*****************************\n${office}\n*****************************\n`, {
    signature: ["行革担当"],
  }),
  signed("equals signs", `${own}\n\n=============================\n${office}\n=============================`, {
    signature: ["行革担当"],
  }),
  signed("full-width ornaments", `${own}\n\n■□■□■□■□■□\n${office}\n■□■□■□■□■□`, { signature: ["行革担当"] }),
  signed("heavy lines", `${own}\n\n━━━━━━━━━━━━━━━\n${office}\n━━━━━━━━━━━━━━━`, { signature: ["行革担当"] }),
  signed(
    "a signature before the quote",
    `${own}\n\n──────────────\n${office}\n──────────────\n\n${outlookHeader}\n\n${asked}`,
    { signature: ["行革担当"], quoted: [asked] },
  ),
  signed("sent from a telephone, in English", `${own}\n\nSent from my iPhone\n`, {
    signature: ["Sent from my iPhone"],
  }),
  signed("Outlook for iOS", `${own}\n\nOutlook for iOS を入手`, { signature: ["Outlook for iOS"] }, false),
  signed(
    "English words of an office",
    `${own}\n\n-- \nA. Officer\nCity Hall, Administrative Reform Desk\nTel: +81-144-32-6169`,
    { signature: ["Administrative Reform Desk"] },
  ),
  keptSigned("a table below a line", `${own}\n\n==========\n経費 200万円\n期間 2年\n==========`),
  keptSigned(
    "a telephone number in a sentence below a line",
    `${own}\n\n--------------------\nくわしくは行革担当(電話 0144-32-6169)へお問い合わせください。`,
  ),
  keptSigned("a name without any mark", `${own}\n\n行革担当\n電話 0144-32-6169`),
  keptSigned(
    "two hyphens and a long text",
    `${own}\n\n--\n${Array.from({ length: 20 }, (_, at) => `${at + 1} つ目の理由です。`).join("\n")}`,
  ),
];

function keptSigned(name: string, words: string): MailCase {
  return {
    name: `kept: ${name}`,
    category: "signatures",
    must: true,
    raw: mail(words),
    expected: { kind: "reply", own: words },
  };
}

const quoteAndSignatureCases = [...quoteCases, ...signatureCases];

export { quoteAndSignatureCases as quoteCases };
