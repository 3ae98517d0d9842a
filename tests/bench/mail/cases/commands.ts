import { mail } from "../compose.ts";
import type { Expected, MailCase } from "../mail-case.ts";

function command(name: string, text: string, expected: Partial<Expected>, must = true): MailCase {
  return { name, category: "commands", must, raw: mail(text), expected: { kind: "reply", stated: true, ...expected } };
}

const body = "来年度の計画に入れます。";

function sentence(name: string, text: string): MailCase {
  return {
    name,
    category: "people",
    must: true,
    raw: mail(text),
    expected: { kind: "reply", own: text, act: "draft", stated: false, rest: text },
  };
}

export const commandCases: MailCase[] = [
  command("回答 on a line of its own", `回答\n${body}`, { act: "draft", argument: "", rest: body }),
  command("回答 with a colon", `回答: 反映します\n${body}`, { act: "draft", argument: "反映します", rest: body }),
  command("回答 with a full-width colon and space", `回答\uff1a\u3000反映します\n\n${body}`, {
    act: "draft",
    argument: "反映します",
    rest: body,
  }),
  command("回答 in brackets", `【回答】検討します\n${body}`, { act: "draft", argument: "検討します", rest: body }),
  command("転送 with a desk", "転送 人事研修担当\n職員の研修の話なので、お願いします。", {
    act: "passOn",
    argument: "人事研修担当",
    rest: "職員の研修の話なので、お願いします。",
  }),
  command("転送 with a full-width space", "転送\u3000人事研修担当", {
    act: "passOn",
    argument: "人事研修担当",
    rest: "",
  }),
  command("転送 with half-width katakana in the desk's name", "転送:ﾃﾞｼﾞﾀﾙ担当", { act: "passOn", argument: "ﾃﾞｼﾞﾀﾙ担当" }),
  command("転送 in brackets", "[転送] 広報担当", { act: "passOn", argument: "広報担当" }),
  command("期限延長 with a Japanese year", "期限延長 令和8年12月18日\n関係課との調整のため", {
    act: "extend",
    dueOn: "2026-12-18",
    rest: "関係課との調整のため",
  }),
  command("期限延長 with the era's initial", "期限延長:R8.12.18", { act: "extend", dueOn: "2026-12-18" }),
  command(
    "期限延長 with full-width figures",
    "期限延長\u3000\uff12\uff10\uff12\uff16年\uff11\uff12月\uff11\uff18日(金)",
    {
      act: "extend",
      dueOn: "2026-12-18",
    },
  ),
  command("期限延長 with slashes", "期限延長 2026/12/18", { act: "extend", dueOn: "2026-12-18" }),
  command("期限延長 with month and day", "期限延長 12月18日まで 関係課との調整のため", {
    act: "extend",
    dueOn: "2026-12-18",
    argument: "12月18日まで 関係課との調整のため",
  }),
  command("期限延長 with a month that is next year's", "期限延長 1月15日", { act: "extend", dueOn: "2027-01-15" }),
  command("期限延長 with short figures", "延長 12/18", { act: "extend", dueOn: "2026-12-18" }),
  command("期限延長 with a day that does not exist", "期限延長 2026年2月30日", { act: "extend", dueOn: null }),
  command("期限延長 with a weekday that is another one", "期限延長 2026年12月18日(木)", { act: "extend", dueOn: null }),
  command("期限延長 without a day", "期限延長\nもう少し時間をください。", { act: "extend", dueOn: null }),
  command("所管外 with a desk", "所管外 道路維持担当\n市道の補修の話です。", {
    act: "notOurs",
    argument: "道路維持担当",
    rest: "市道の補修の話です。",
  }),
  command("所管外 alone", "所管外\n道の仕事です。", { act: "notOurs", argument: "", rest: "道の仕事です。" }),
  command("質問 with a colon", "質問: いつの資料をご覧になりましたか。", {
    act: "ask",
    argument: "いつの資料をご覧になりましたか。",
  }),
  command("質問 on a line of its own", "質問\nいつの資料をご覧になりましたか。", {
    act: "ask",
    argument: "",
    rest: "いつの資料をご覧になりましたか。",
  }),
  command("answer with a colon", `Answer: Adopted\nWe will do so.`, { act: "draft", argument: "Adopted" }),
  command("forward", "forward Human Resources", { act: "passOn", argument: "Human Resources" }),
  command("FORWARD in full-width letters", "\uff26\uff2f\uff32\uff37\uff21\uff32\uff24\uff1a人事研修担当", {
    act: "passOn",
    argument: "人事研修担当",
  }),
  command("extend with an English day", "extend to 18 December 2026", { act: "extend", dueOn: "2026-12-18" }),
  command("extend with month first", "Extend: Dec 18\nWe need to ask the roads desk.", {
    act: "extend",
    dueOn: "2026-12-18",
  }),
  command("extend with an ISO day", "extend 2026-12-18", { act: "extend", dueOn: "2026-12-18" }),
  command("not ours", "Not ours: Roads\nThis is about a city road.", { act: "notOurs", argument: "Roads" }),
  command("question", "Question: which leaflet did you read?", { act: "ask", argument: "which leaflet did you read?" }),
  command("a command below blank lines", `\n\n\u3000\n転送 広報担当`, { act: "passOn", argument: "広報担当" }),
  command(
    "a command above a quote",
    `転送 広報担当\n\n2026年11月26日(木) 10:00 創革ひろば <no-reply@tomakomai.example>:\n> 回答\n> 本文`,
    {
      act: "passOn",
      argument: "広報担当",
      rest: "",
    },
  ),
  sentence("「回答が遅れます」 is a sentence", "回答が遅れます。申し訳ありません。"),
  sentence("「質問です」 is a sentence", "質問ですが、この提案は去年のものですか。"),
  sentence("「転送します」 is a sentence", "転送しますので、ご確認ください。"),
  sentence("「所管外ですが」 is a sentence", "所管外ですが、参考までに申し上げます。"),
  sentence('"Question about" begins a sentence', "Question about the second part is still open, but we agree."),
  sentence("a command on a later line is part of the text", "お世話になっております。\n転送 広報担当"),
  {
    name: "a human reply that says who is away",
    category: "people",
    must: true,
    raw: mail("担当者が不在にしており、回答が来週になります。"),
    expected: { kind: "reply", own: "担当者が不在にしており、回答が来週になります。" },
  },
  {
    name: "a human reply under a subject that an out-of-office program made",
    category: "people",
    must: true,
    raw: mail(body, { subject: `Re: =?utf-8?B?${Buffer.from("自動返信: 回答のお願い").toString("base64")}?=` }),
    expected: { kind: "reply", own: body },
  },
  {
    name: "a human reply from a server that says Auto-Submitted: no",
    category: "people",
    must: true,
    raw: mail(body, { headers: ["Auto-Submitted: no", "X-Auto-Response-Suppress: DR, OOF, AutoReply"] }),
    expected: { kind: "reply", own: body },
  },
  {
    name: "a human reply about automatic replies",
    category: "people",
    must: true,
    raw: mail("窓口の自動応答システムは来年度に導入します。"),
    expected: { kind: "reply", own: "窓口の自動応答システムは来年度に導入します。" },
  },
  {
    name: "a human reply about mail that could not be delivered",
    category: "people",
    must: true,
    raw: mail("ご案内が配信できませんでしたので、郵送しました。", {
      subject: `=?utf-8?B?${Buffer.from("配信できませんでした件").toString("base64")}?=`,
    }),
    expected: { kind: "reply" },
  },
  {
    name: "a human reply with a List-Unsubscribe of the gateway",
    category: "people",
    must: true,
    raw: mail(body, {
      headers: ["In-Reply-To: <1@tomakomai.example>", "List-Unsubscribe: <mailto:gateway@city.tomakomai.example>"],
    }),
    expected: { kind: "reply", own: body },
  },
];
