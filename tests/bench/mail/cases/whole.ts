import { body, type Composition, file, mail, multipart, word } from "../compose.ts";
import type { Expected, MailCase } from "../mail-case.ts";

/**
 * Whole messages as an office sends them, several difficulties in each. They were written after the rules, to see what those make of mail they
 * were not written for.
 */
function whole(name: string, text: string, expected: Partial<Expected>, composition: Composition = {}): MailCase {
  return {
    name,
    category: "whole",
    must: true,
    raw: mail(text, composition),
    expected: { kind: "reply", ...expected },
  };
}

const jis: Composition = {
  charset: "iso-2022-jp",
  encoding: "7bit",
  subject: word("Re: 【創革ひろば】回答のお願い R8-0042", "iso-2022-jp"),
};
const sjis: Composition = { charset: "cp932", declared: "Shift_JIS", encoding: "base64" };

export const wholeCases: MailCase[] = [
  whole(
    "Outlook of an office, with greeting, signature and header block",
    `事務局 御中\n\nお疲れさまです。行革担当です。\n標記について、下記のとおり回答いたします。\n\n記\n\n1 時期 令和9年4月から\n2 費用 年200万円程度\n\n以上、よろしくお願いします。\n\n******************************************\n苫小牧市総務部行政監理室\n行革担当 主査 市職員A\n〒053-8722 苫小牧市旭町4丁目5番6号\nTEL:0144-32-6169(直通)\nE-mail:gyokaku@city.tomakomai.example\n******************************************\n\nFrom: 創革ひろば <no-reply@tomakomai.example>\nSent: Thursday, November 26, 2026 10:00 AM\nTo: 行革担当 <gyokaku@city.tomakomai.example>\nSubject: 【創革ひろば】回答のお願い R8-0042\n\n行革担当 様\n\n提案が届きました。\n-- \n苫小牧市 創革ひろば\n`,
    {
      own: "事務局 御中\n\nお疲れさまです。行革担当です。\n標記について、下記のとおり回答いたします。\n\n記\n\n1 時期 令和9年4月から\n2 費用 年200万円程度\n\n以上、よろしくお願いします。",
      signature: ["主査 市職員A", "0144-32-6169"],
      quoted: ["提案が届きました。"],
    },
    jis,
  ),
  whole(
    "a groupware that indents nothing and writes its header in one block",
    "ご提案の件、すでに取り組んでいます。\nくわしくは市のサイトをご覧ください。\n\n> -----元のメール-----\n> 差出人 : 創革ひろば\n> 日付 : 2026/11/26\n>\n> 提案が届きました。\n",
    {
      own: "ご提案の件、すでに取り組んでいます。\nくわしくは市のサイトをご覧ください。",
      quoted: ["提案が届きました。"],
    },
    sjis,
  ),
  whole(
    "a spaced separator and header names with spaces",
    "検討します。\n\n---------- 元のメッセージ ----------\n差 出 人: 創革ひろば\n日 時: 2026/11/26 10:00\n\n提案が届きました。",
    { own: "検討します。", quoted: ["提案が届きました。"] },
  ),
  whole(
    "a table of box lines inside an answer",
    "実施の予定は次のとおりです。\n\n┏━━━━┳━━━━┓\n┃時期  ┃内容  ┃\n┗━━━━┻━━━━┛\n\n来年度から始めます。",
    { own: "実施の予定は次のとおりです。\n\n┏━━━━┳━━━━┓\n┃時期  ┃内容  ┃\n┗━━━━┻━━━━┛\n\n来年度から始めます。" },
  ),
  whole(
    "a signature in a box",
    "検討します。\n\n┏━━━━━━━━━━━━━━━━┓\n 苫小牧市 総務部 行政監理室 行革担当\n 電話 0144-32-6169 内線 2345\n┗━━━━━━━━━━━━━━━━┛",
    { own: "検討します。", signature: ["0144-32-6169"] },
  ),
  whole(
    "an answer with numbered points under separators of its own and a signature",
    "【1】時期\n━━━━━━━━━━\n来年度です。\n\n【2】費用\n━━━━━━━━━━\n市が負担します。\n\n--\n行革担当 0144-32-6169",
    {
      own: "【1】時期\n━━━━━━━━━━\n来年度です。\n\n【2】費用\n━━━━━━━━━━\n市が負担します。",
      signature: ["0144-32-6169"],
    },
  ),
  whole(
    "a forward by command with greeting below it, from a telephone",
    "転送\u3000人事研修担当\nお願いします。\n\nスマートフォンから送信\n\n2026/11/26 10:00、創革ひろば <no-reply@tomakomai.example>のメール:\n\n提案が届きました。\n期限は12月8日です。",
    {
      act: "passOn",
      argument: "人事研修担当",
      rest: "お願いします。",
      quoted: ["期限は12月8日です。"],
      signature: ["スマートフォンから送信"],
    },
  ),
  whole(
    "a correction of an answer sent before",
    "先ほどの回答を次のとおり訂正します。\n\n誤: 4月から\n正: 5月から\n\n行革担当\n\n2026年11月26日(木) 11:00 行革担当 <gyokaku@city.tomakomai.example>:\n\n> 4月から始めます。\n>\n> 2026年11月26日(木) 10:00 創革ひろば <no-reply@tomakomai.example>:\n>\n>> 提案が届きました。\n",
    {
      own: "先ほどの回答を次のとおり訂正します。\n\n誤: 4月から\n正: 5月から\n\n行革担当",
      quoted: ["4月から始めます。", "提案が届きました。"],
    },
  ),
  whole(
    "an answer that cites an ordinance with quotation marks",
    "条例第3条は次のとおりです。\n「市民は、次の各号に掲げる事項を\n>提案することができる。」とあります。\n",
    { own: "条例第3条は次のとおりです。\n「市民は、次の各号に掲げる事項を", quoted: [">提案することができる。"] },
  ),
  whole(
    "an English office, Outlook, bold header and legal notice",
    "Thank you for the proposal. We will include it next year.\n\nAdministrative Reform Desk\n\nFrom: Sokaku Hiroba <no-reply@tomakomai.example>\nSent: 26 November 2026 10:00\nTo: Gyokaku <gyokaku@city.tomakomai.example>\nSubject: Request R8-0042\n\nA proposal arrived.\n",
    {
      own: "Thank you for the proposal. We will include it next year.\n\nAdministrative Reform Desk",
      quoted: ["A proposal arrived."],
    },
  ),
  whole(
    "German attribution of a program set up in German",
    "検討します。\n\nAm 26.11.2026 um 10:00 schrieb Sokaku Hiroba <no-reply@tomakomai.example>:\n> 提案が届きました。\n",
    { own: "検討します。", quoted: ["提案が届きました。"] },
  ),
  whole(
    "a day with weekday before the time, and a name in quotation marks",
    '検討します。\n\n2026年11月26日(木) 午前10:00 "創革ひろば" <no-reply@tomakomai.example>:\n> 提案が届きました。\n',
    { own: "検討します。", quoted: ["提案が届きました。"] },
  ),
  whole(
    "令和 in the attribution",
    "検討します。\n\n令和8年11月26日 10:00 創革ひろば <no-reply@tomakomai.example> さんが書きました:\n> 提案が届きました。\n",
    { own: "検討します。", quoted: ["提案が届きました。"] },
  ),
  whole(
    "times with 時 and 分 in the attribution",
    "検討します。\n\n2026年11月26日(木) 10時00分 創革ひろば <no-reply@tomakomai.example>のメール:\n> 提案が届きました。\n",
    { own: "検討します。", quoted: ["提案が届きました。"] },
  ),
  whole(
    "a long answer of a hundred lines",
    Array.from({ length: 100 }, (_, at) => `${at + 1}行目: 事業の内容と費用を説明します。`).join("\n"),
    { own: Array.from({ length: 100 }, (_, at) => `${at + 1}行目: 事業の内容と費用を説明します。`).join("\n") },
    jis,
  ),
  whole(
    "an answer that lists 宛先 and 件名 of a letter",
    "次の文書を送りました。\n宛先: 市民A様\n件名: 花壇の整備について\n日付: 11月20日\n以上です。",
    { own: "次の文書を送りました。\n宛先: 市民A様\n件名: 花壇の整備について\n日付: 11月20日\n以上です。" },
  ),
  whole(
    "half-width katakana and circled figures",
    "①ﾃﾞｼﾞﾀﾙ化\n②窓口の一本化\nを進めます。",
    { own: "①ﾃﾞｼﾞﾀﾙ化\n②窓口の一本化\nを進めます。" },
    sjis,
  ),
  whole(
    "期限延長 with reason and signature",
    "期限延長\uff1a令和\uff18年\uff11\uff12月\uff12\uff12日(火)\n関係する3つの課と調整するため。\n\n----------------------\n行革担当 市職員A\n電話 0144-32-6169\n----------------------",
    {
      act: "extend",
      dueOn: "2026-12-22",
      rest: "関係する3つの課と調整するため。",
    },
    jis,
  ),
  {
    name: "an out-of-office notice with a signature and the whole request below",
    category: "whole",
    must: true,
    raw: mail(
      "お世話になっております。\n行革担当の市職員Aは、11月26日から28日まで休暇をいただいております。\nお急ぎの方は0144-32-6169までお電話ください。\n\n-----Original Message-----\nFrom: 創革ひろば\nSent: 26 Nov\nSubject: x\n\n提案が届きました。",
      {
        subject: word("自動応答: 【創革ひろば】回答のお願い R8-0042"),
        headers: ["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All"],
      },
    ),
    expected: { kind: "autoReply" },
  },
  {
    name: "an out-of-office notice without any header, from a webmail",
    category: "whole",
    must: true,
    raw: mail("11月30日まで不在にしています。", {
      subject: word("不在のお知らせ Re: 【創革ひろば】回答のお願い R8-0042", "iso-2022-jp"),
    }),
    expected: { kind: "autoReply" },
  },
  {
    name: "a gateway that sends every reply as text and HTML with a notice above",
    category: "whole",
    must: true,
    raw: multipart("mixed", [
      body("検討します。", { charset: "iso-2022-jp", encoding: "7bit" }),
      body("【無害化処理済】添付ファイルを取り除きました。"),
      file(`filename="${word("別紙", "iso-2022-jp")}.txt"`, "text/plain", 12),
    ]),
    expected: {
      kind: "reply",
      own: "検討します。\n\n【無害化処理済】添付ファイルを取り除きました。",
      attachments: [{ name: "別紙.txt" }],
    },
  },
];
