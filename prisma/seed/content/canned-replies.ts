/**
 * Texts moderators begin with when they explain a decision (定型文). They blame nobody, say what can be done next, and promise nothing that is
 * not there. The city edits them on the desk.
 */
import type { Decision } from "#app/domain/moderation/moderation.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import type { ReasonKey } from "./reasons.ts";

export type CannedReplyContent = {
  readonly decision: Decision;
  readonly reasonKey: ReasonKey | null;
  readonly title: string;
  readonly text: LocalizedText;
};

export const cannedReplies: readonly CannedReplyContent[] = [
  {
    decision: "RETURN",
    reasonKey: "PERSONAL_DATA",
    title: "個人情報を消していただく",
    text: {
      ja: "「{題名}」をお寄せいただき、ありがとうございます。\n文中に、個人を特定できる情報が含まれています。このままでは公開できないため、その部分を消すか、「近所の方」のような言葉に置き換えて、もう一度お送りください。そのほかのところは、直さなくてかまいません。\nご不明な点は、{担当}(電話 {電話番号})へお尋ねください。",
      easy: "意見を送ってくれて、ありがとうございます。\nだれのことか、わかる言葉があります。このままでは、みんなに見せることができません。その言葉を消して、もう一度送ってください。ほかのところは、そのままでだいじょうぶです。\nわからないときは、電話をしてください。{担当}(電話 {電話番号})です。",
      en: "Thank you for sending “{題名}”.\nThe text contains information that identifies a person, so we cannot publish it as it is. Please take that part out, or replace it by words such as “a neighbour”, and send it again. The rest can stay as it is.\nIf anything is unclear, please call {担当} ({電話番号}).",
    },
  },
  {
    decision: "RETURN",
    reasonKey: "ABUSE",
    title: "言い方を変えていただく",
    text: {
      ja: "「{題名}」をお寄せいただき、ありがとうございます。\nお考えの中身は、ほかの方にも読んでいただけるものです。ただ、特定の人を傷つけるおそれのある言葉が含まれているため、このままでは公開できません。人ではなく、ことがらについての言い方に改めて、もう一度お送りください。\nご意見の内容や、市への賛成・反対を変えていただく必要はありません。",
      easy: "意見を送ってくれて、ありがとうございます。\n人を傷つける言葉があります。このままでは、みんなに見せることができません。その言葉を変えて、もう一度送ってください。\n意見は、変えなくてもだいじょうぶです。市に反対の意見でも、だいじょうぶです。",
      en: "Thank you for sending “{題名}”.\nWhat you say deserves to be read by others. It contains words that could hurt somebody, though, so we cannot publish it as it is. Please write about the matter rather than the person and send it again.\nThere is no need to change your opinion, or whether you are for or against what the city does.",
    },
  },
  {
    decision: "RETURN",
    reasonKey: null,
    title: "分かりにくいところを書き足していただく",
    text: {
      ja: "「{題名}」をお寄せいただき、ありがとうございます。\nお考えをほかの方にも正しく読んでいただくために、次の点を書き足していただけますか。\n・\n・\n書き足したら、もう一度お送りください。お送りいただいた内容は消えていません。",
      easy: "意見を送ってくれて、ありがとうございます。\nほかの人にもよくわかるように、次のことを書いてください。\n・\n・\n書いたら、もう一度送ってください。前に書いた文は、消えていません。",
      en: "Thank you for sending “{題名}”.\nSo that others understand it as you mean it, could you add the following?\n–\n–\nThen please send it again. What you wrote has not been lost.",
    },
  },
  {
    decision: "DECLINE",
    reasonKey: "OFF_TOPIC",
    title: "テーマと関わりがない(担当窓口のご案内)",
    text: {
      ja: "「{題名}」をお寄せいただき、ありがとうございます。\nこのひろばは、行政創革プランのテーマについてのお考えをうかがう場です。お寄せいただいた内容は、いまのテーマとの関わりが見つけられなかったため、公開を見送ります。\n市の仕事についてのご質問やご要望は、「担当と問い合わせ」のページから担当へお送りいただけます。どこへ送ればよいか分からないときは、{担当}(電話 {電話番号})がご案内します。",
      easy: "意見を送ってくれて、ありがとうございます。\nここは、市の計画のテーマについて、意見を書くところです。あなたの意見は、テーマと関係がないので、みんなに見せません。\nほかの質問は、「担当の電話と質問」のページから送ってください。わからないときは、電話をしてください。{担当}(電話 {電話番号})です。",
      en: "Thank you for sending “{題名}”.\nThis site is for views on the themes of the city's reform plan. We could not see how yours is connected to them, so we are not publishing it.\nQuestions and requests about the city's work can be sent to the office in charge from the contact page. If you are not sure which one it is, {担当} ({電話番号}) will tell you.",
    },
  },
  {
    decision: "DECLINE",
    reasonKey: "DUPLICATE",
    title: "同じ内容がすでに公開されている",
    text: {
      ja: "「{題名}」をお寄せいただき、ありがとうございます。\n同じ内容のご提案がすでに公開されているため、重ねての公開は見送ります。公開されているご提案には、コメントを書けます。付け足したいことや別の見方があれば、そちらへお寄せください。",
      easy: "意見を送ってくれて、ありがとうございます。\n同じ意見を、もうみんなに見せています。だから、もう一度は見せません。その意見に、コメントを書くことができます。ほかに言いたいことがあるときは、コメントを書いてください。",
      en: "Thank you for sending “{題名}”.\nA proposal that says the same has already been published, so we are not publishing this one as well. You can comment on the published proposal. If you have something to add or see it differently, please write it there.",
    },
  },
  {
    decision: "DECLINE",
    reasonKey: "ADVERTISING",
    title: "宣伝にあたる",
    text: {
      ja: "「{題名}」をお寄せいただき、ありがとうございます。\n内容を確かめたところ、商品やサービスのご案内が中心になっているため、「投稿のルール」により公開を見送ります。\n市といっしょに取り組みたいことがあるときは、テーマのページの「企業・団体として提案する」から、どのテーマに、どのように役立つかを書いてお送りください。",
      easy: "意見を送ってくれて、ありがとうございます。\n物やサービスの宣伝が多いので、みんなに見せることができません。\n市といっしょに仕事をしたい会社や団体は、テーマのページから意見を送ってください。どのように役に立つかを書いてください。",
      en: "Thank you for sending “{題名}”.\nIt is mainly an offer of goods or services, which our guidelines do not allow us to publish.\nIf you would like to work with the city, please propose it as a company or group on the page of the theme, and say which theme it serves and how.",
    },
  },
  {
    decision: "HIDE",
    reasonKey: "PERSONAL_DATA",
    title: "公開後に個人情報が見つかった",
    text: {
      ja: "受付番号 {受付番号} の内容を公開していましたが、個人を特定できる情報が含まれていることが分かりました。ご本人やほかの方を守るため、公開をいったん止めました。公開する前に気づけず、申し訳ありません。\nお送りいただいた内容は消えていません。ご不明な点は、{担当}(電話 {電話番号})へお尋ねください。",
      easy: "{受付番号}の文を、みんなに見せていました。でも、だれのことか、わかる言葉がありました。あなたやほかの人を守るために、みんなに見せることをやめました。もっと早く、気がつきませんでした。すみません。\nあなたの文は、消えていません。わからないときは、電話をしてください。{担当}(電話 {電話番号})です。",
      en: "We had published {受付番号} and then found information in it that identifies a person. To protect you and others we have taken it out of public view. We are sorry that we did not notice before.\nWhat you sent has not been deleted. If anything is unclear, please call {担当} ({電話番号}).",
    },
  },
  {
    decision: "RESTORE",
    reasonKey: null,
    title: "確かめたうえで再び公開する",
    text: {
      ja: "受付番号 {受付番号} の内容をもう一度確かめ、公開してよいと判断しました。公開を止めていた間、ご迷惑をおかけしました。",
      easy: "{受付番号}の文を、もう一度読みました。みんなに見せてもだいじょうぶです。待ってくれて、ありがとうございます。",
      en: "We have looked at {受付番号} again and found that it can be public. We apologise for the time it was not.",
    },
  },
];
