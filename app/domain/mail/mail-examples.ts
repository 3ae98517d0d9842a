import { compareTexts } from "#app/domain/shared/compare-texts.ts";
import type { Locale, LocalizedText } from "#app/domain/shared/localized-text.ts";
import type { LinkSecrets } from "./mail-links.ts";
import type { MailAudience, MailDesk, MailNews, MailParams, MailTemplate, TrackedItem } from "./mail-message.ts";

/** One believable message of a template. `name` says which case it shows; its words are `mailTemplates:example.<template>.<name>`. */
export type MailExample<T extends MailTemplate = MailTemplate> = { name: string; params: MailParams[T] };

/** What the preview of a template shows, of one example in one language. */
export type TemplatePreview = {
  template: MailTemplate;
  locale: Locale;
  /** The example shown, and the names of all. */
  example: string;
  examples: string[];
  audience: MailAudience;
  subject: string;
  text: string;
  /** As it is sent; null where only text is. */
  html: string | null;
};

export type MailExamples = { [T in MailTemplate]: readonly [MailExample<T>, ...MailExample<T>[]] };

/** Keys of the length real ones have, which open nothing. */
export const exampleSecrets: LinkSecrets = {
  trackingKey: () => "0000-EXAM-PUE0-0000-0000",
  token: () => "EXAMPLE-0000000000000000000000000000000-KEY",
};

const id = "00000000-0000-4000-8000-000000000042";
const idea: TrackedItem = { type: "submission", id, number: "R8-0042" };
const offer: TrackedItem = { type: "submission", id, number: "R8-0057" };
const inquiry: TrackedItem = { type: "submission", id, number: "R8-0063" };
const comment: TrackedItem = { type: "comment", id, number: "R8-0071" };

const reviewDueOn = "2026-12-04";
const dueOn = "2027-01-15";
const confirmBy = "2026-11-29";
const reportedOn = "2026-11-24";

const personalData: LocalizedText = {
  ja: "個人を特定できる情報が含まれています",
  easy: "だれのことか、わかることが書いてあります",
  en: "It contains information that identifies a person",
};
const inDispute: LocalizedText = {
  ja: "争いになっている事柄に関わる内容です",
  easy: "争いになっていることが書いてあります",
  en: "It concerns a matter in dispute",
};

const hours: LocalizedText = {
  ja: "平日 8時45分から17時15分まで(土曜日・日曜日・祝日・12月29日から1月3日までを除く)",
  easy: "月曜日から金曜日の午前8時45分から午後5時15分までです。祝日と、12月29日から1月3日までは休みです。",
  en: "Weekdays 8:45 to 17:15 (closed on weekends, public holidays and 29 December to 3 January)",
};

const desk: MailDesk = {
  name: { ja: "行革担当", easy: "行革担当", en: "Administrative Reform Desk" },
  section: { ja: "行政監理室", easy: "行政監理室", en: "Administrative Supervision Office" },
  phone: "0144-32-6169",
  hours,
};

const ideaPath = "/proposals/R8-0042";

/** What people and desks wrote, in the language of the mail. Some of it is as long as it gets. */
const written = {
  title: {
    ja: "市役所の手続きを、近くのコミュニティセンターや郵便局の窓口でもできるようにしてほしい(車を運転しない人のために)",
    easy: "近いところで、市役所の手続きをしたいです",
    en: "Let people do paperwork for the city at community centres and post offices near their homes, for those who do not drive",
  },
  body: {
    ja: "運転をやめた母の代わりに、住民票や保険の手続きで何度も市役所へ行っています。往復で二時間かかり、仕事を休む日もあります。\n\n近くのコミュニティセンターで週に一度でも受け付けてもらえれば、母が自分で歩いて行けます。ほかの市の例は、次のページにありました。\nhttps://www.example.com/municipal-services/local-counters/case-studies?year=2026&region=hokkaido#winter\n\n冬はバスの本数が減るので、まずは12月から3月までの間だけでも試してみてはどうでしょうか。",
    easy: "私は車がありません。市役所まで、バスで1時間かかります。\n\n家の近くのコミュニティセンターで、手続きをしたいです。1週間に1回でも、うれしいです。",
    en: "My mother no longer drives, so I go to the city hall for her, for certificates and insurance. It takes two hours there and back, and I have to take time off work.\n\nIf a community centre near her took papers once a week, she could walk there herself. Another city does it:\nhttps://www.example.com/municipal-services/local-counters/case-studies?year=2026&region=hokkaido#winter\n\nBuses are few in winter, so why not try it from December to March first?",
  },
  commentBody: {
    ja: "賛成です。\nうちの町内会館も、平日の昼間は空いています。使ってもらえるのではないかと思います。",
    easy: "私もそう思います。\n近い場所だと、とても助かります。",
    en: "I agree.\nOur neighbourhood hall is empty on weekdays. Perhaps it could be used.",
  },
  offerTitle: {
    ja: "停留所とバスの車内で、窓口の混み具合をお知らせします",
    easy: "バスの中で、市役所の混み具合を知らせます",
    en: "Showing how busy the counters are at bus stops and on buses",
  },
  offerBody: {
    ja: "当社のバスと停留所の画面に、市の窓口の混み具合を表示する提案です。お年寄りや車を運転しない方が、出かける時間を選びやすくなります。まず一つの路線で三か月試し、結果を公表します。",
    easy: "バスの画面に、市役所が混んでいるかどうかを出します。まず3か月、ためしたいです。",
    en: "We would show on our buses and at our stops how busy the city's counters are, so that people who do not drive can choose when to come. We propose a trial of three months on one line.",
  },
  inquiryTitle: {
    ja: "説明会の資料の送付について",
    easy: "説明会の資料がほしいです",
    en: "Sending the papers of the briefing",
  },
  inquiryBody: {
    ja: "先月の説明会に出られませんでした。資料を郵送していただくことはできますか。",
    easy: "先月の説明会に行くことができませんでした。資料を送ってもらうことができますか。",
    en: "I could not come to the briefing last month. Could you send me the papers by post?",
  },
  explanation: {
    ja: "近くの窓口で手続きをしたいというご提案は、ぜひ公開したい内容です。\nただ、三行目の書き方から、お母さまのご住所が分かってしまうおそれがあります。「近くのコミュニティセンター」のように、施設の名前を出さない形に直して、もう一度送っていただけませんか。",
    easy: "あなたの意見を、みんなに見せたいです。\nでも、家の場所がわかる言葉があります。その言葉を消して、もう一度送ってください。",
    en: "We would like to publish your idea about counters near people's homes.\nBut the third line tells readers where your mother lives. Could you change it so that the building is not named, and send it again?",
  },
  declineExplanation: {
    ja: "現在、裁判で争われている事柄についてのご意見のため、創革ひろばでは公開しないことにしました。いただいた内容は、担当する部署へ伝えます。",
    easy: "裁判で争っていることについて書いてあります。このホームページには出しません。書いたことは、担当の人に伝えます。",
    en: "What you wrote concerns a matter that is before a court, so we do not publish it on Sokaku Hiroba. We pass it on to the desk that deals with the matter.",
  },
  hideExplanation: {
    ja: "公開したあとに、電話番号が書かれているとの連絡をいただきました。ご本人を守るため、公開を止めました。番号を消した形で、もう一度公開することもできます。",
    easy: "電話番号が書いてありました。あなたを守るために、見せるのをやめました。番号を消すと、もう一度見せることができます。",
    en: "After publication somebody told us that a telephone number can be read in your text. We hid it to protect you. With the number taken out it can be public again.",
  },
  restoreExplanation: {
    ja: "お電話番号を消した形になったことを確かめました。ほかの内容は、はじめのままです。",
    easy: "電話番号が消えたことを、たしかめました。ほかのところは、前と同じです。",
    en: "We checked that the telephone number is gone. Everything else reads as before.",
  },
  upheldExplanation: {
    ja: "「裁判とは別の問題だ」というお考えを読み、もう一度確かめました。書かれている工事の進め方は、いまの裁判でそのまま争われています。判決が出るまでは、公開すると裁判に関わる人に影響するおそれがあるため、はじめの判断を変えないことにしました。",
    easy: "あなたの意見を、もう一度読みました。工事の進め方は、今、裁判で争っています。裁判が終わるまで、このホームページには出しません。",
    en: "We read that you see this as a matter of its own, and checked again. How the works are carried out is exactly what the court is deciding. Until there is a judgment, publishing your text could affect the people involved, so the decision stands.",
  },
  overturnedExplanation: {
    ja: "電話番号に見えた数字は、すでに公表されている施設の番号でした。個人の連絡先ではないため、はじめの判断を改め、もう一度公開しました。",
    easy: "書いてあった数字は、市の施設の電話番号でした。人の電話番号ではありません。だから、もう一度みんなに見えるようにしました。",
    en: "What looked like somebody's telephone number is the published number of a public building. It is nobody's personal data, so we changed the decision and made your text public again.",
  },
  keptExplanation: {
    ja: "書かれている電話番号を確かめたところ、市の施設の代表番号で、すでに公表されているものでした。個人の連絡先ではないため、そのまま公開します。",
    easy: "書いてある電話番号は、市の施設の番号です。人の電話番号ではありません。だから、このまま見せます。",
    en: "We checked the telephone number in the text. It is the published number of a public building and nobody's personal contact, so the text stays as it is.",
  },
  question: {
    ja: "ご提案ありがとうございます。お母さまが手続きに来られるのは、月に何回くらいでしょうか。また、コミュニティセンターで受け付ける場合、午前と午後のどちらが使いやすいですか。",
    easy: "意見をありがとうございます。1か月に何回、市役所に来ますか。午前と午後は、どちらがよいですか。",
    en: "Thank you for your idea. How many times a month does your mother need to come? And if a community centre took papers, would the morning or the afternoon suit her better?",
  },
  answer: {
    ja: "車を運転しない方が近くで手続きをできることは、このプランの「市民サービスの進化」がめざす姿です。\n\n令和9年12月から翌年3月まで、二つのコミュニティセンターで、週に一度の受付を試します。受け付けるのは、住民票の写しと国民健康保険の届け出です。郵便局での受付は、郵便局の方と話し合いを始めたところです。\n\n試した結果は、令和10年6月までにこのページでお知らせします。",
    easy: "近いところで手続きができることは、とても大切です。\n\n2027年12月から2028年3月まで、2つのコミュニティセンターで、ためします。1週間に1回、受付をします。\n\nどうだったかを、2028年6月までに知らせます。",
    en: 'That people who do not drive can deal with the city near their homes is what the theme "service evolution" of the plan is about.\n\nFrom December 2027 to March 2028 two community centres will take papers once a week: copies of the residence record and national health insurance. We have begun to talk with the post offices.\n\nWe will report the results on this page by June 2028.',
  },
  notOurs: {
    ja: "ご提案の道路は北海道が管理する道道のため、市が直すことはできません。いただいた内容は、北海道の担当へ伝えました。",
    easy: "この道は、市の道ではありません。北海道の道です。あなたの意見を、北海道の担当の人に伝えました。",
    en: "The road you write about is a prefectural road, so the city cannot repair it. We have passed on what you wrote to the prefecture.",
  },
  referral: {
    ja: "北海道 胆振総合振興局 室蘭建設管理部 苫小牧出張所",
    easy: "北海道の苫小牧出張所",
    en: "Hokkaido Prefecture, Muroran Department of Public Works, Tomakomai Branch",
  },
  reply: {
    ja: "月に二回くらいです。午前のほうが助かります。",
    easy: "1か月に2回です。午前がよいです。",
    en: "About twice a month. The morning would be better.",
  },
} satisfies Record<string, LocalizedText>;

const outcomes = {
  partly: { ja: "一部を反映します", easy: "意見の一部を取り入れます", en: "Adopted in part" },
  adopted: { ja: "反映します", easy: "意見を取り入れます", en: "Adopted" },
  notOurs: { ja: "市の担当ではありません", easy: "市の仕事ではありません", en: "Not the city's" },
} satisfies Record<string, LocalizedText>;

/** What the office writes into an answer when it changes it. */
const answerBefore: LocalizedText = {
  ja: "郵便局での受付は、郵便局の方と話し合いを始めたところです。",
  easy: "1週間に1回、受付をします。",
  en: "We have begun to talk with the post offices.",
};
const answerNow: LocalizedText = {
  ja: "郵便局とは、令和10年4月から三つの局で受け付けることで合意しました。",
  easy: "1週間に2回、受付をします。",
  en: "The post offices have agreed to take papers at three of them from April 2028.",
};

const asked = { requestId: id, pace: "AT_ONCE", expiresOn: confirmBy } as const;
const told = { followerId: id, stop: id, pace: "AT_ONCE", kind: null, number: null, entryIds: [id], more: 0 } as const;

/** News as followers get them. */
function exampleNews(locale: Locale): { proposal: MailNews; comment: MailNews; answer: MailNews; again: MailNews } {
  const about = {
    on: "2026-11-26",
    theme: themeTitle,
    author: null,
    body: null,
    others: [],
    answer: null,
    changes: null,
  };
  const ofIdea = { ...about, number: idea.number, title: written.title[locale], path: ideaPath };
  const answer = { desk: desk.name, outcome: outcomes.partly, before: null, referral: null };
  const now = written.answer[locale].replace(answerBefore[locale], answerNow[locale]);
  return {
    proposal: {
      ...about,
      kind: "PROPOSAL",
      number: offer.number,
      title: written.offerTitle[locale],
      author: "(株)サンプル交通",
      body: written.offerBody[locale],
      path: "/proposals/R8-0057",
    },
    comment: { ...ofIdea, kind: "COMMENT", body: written.commentBody[locale] },
    answer: { ...ofIdea, kind: "ANSWER", body: written.answer[locale], answer },
    again: {
      ...ofIdea,
      kind: "ANSWER_AGAIN",
      body: now,
      answer: { ...answer, outcome: outcomes.adopted, before: outcomes.partly },
      changes: compareTexts(written.answer[locale], now),
    },
  };
}

/**
 * Messages to look at and to test with, at least one of each template: nobody sent them, and they are the same each time. People's words in
 * them are in the language of the mail.
 */
export function mailExamples(locale: Locale): MailExamples {
  const title = written.title[locale];
  const body = written.body[locale];
  const offerTitle = written.offerTitle[locale];
  const offerBody = written.offerBody[locale];
  const news = exampleNews(locale);
  return {
    "confirm-address": [
      { name: "idea", params: { item: idea, confirmationId: id, expiresOn: confirmBy } },
      { name: "mayPublish", params: { item: idea, confirmationId: id, expiresOn: confirmBy, mayPublish: true } },
    ],
    receipt: [
      { name: "idea", params: { item: idea, kind: "IDEA", title, body, reviewDueOn } },
      {
        name: "partnership",
        params: { item: offer, kind: "PARTNERSHIP", title: offerTitle, body: offerBody, reviewDueOn },
      },
      {
        name: "comment",
        params: { item: comment, kind: "COMMENT", title: null, body: written.commentBody[locale], reviewDueOn: null },
      },
    ],
    "inquiry-received": [
      {
        name: "inquiry",
        params: {
          item: inquiry,
          title: written.inquiryTitle[locale],
          body: written.inquiryBody[locale],
          desk,
          dueOn: reviewDueOn,
        },
      },
    ],
    published: [
      { name: "idea", params: { item: idea, kind: "IDEA", title, path: ideaPath } },
      {
        name: "partnership",
        params: { item: offer, kind: "PARTNERSHIP", title: offerTitle, path: "/proposals/R8-0057" },
      },
      {
        name: "comment",
        params: { item: comment, kind: "COMMENT", title: null, path: "/themes/service-evolution" },
      },
    ],
    returned: [
      {
        name: "idea",
        params: { item: idea, title, reason: personalData, explanation: written.explanation[locale] },
      },
    ],
    declined: [
      {
        name: "answered",
        params: {
          item: idea,
          title,
          reason: inDispute,
          explanation: written.declineExplanation[locale],
          stillAnswered: true,
        },
      },
      {
        name: "comment",
        params: {
          item: comment,
          title: null,
          reason: inDispute,
          explanation: written.declineExplanation[locale],
          stillAnswered: false,
        },
      },
    ],
    hidden: [
      {
        name: "idea",
        params: { item: idea, title, reason: personalData, explanation: written.hideExplanation[locale] },
      },
    ],
    restored: [
      {
        name: "idea",
        params: { item: idea, title, path: ideaPath, explanation: written.restoreExplanation[locale] },
      },
    ],
    moved: [
      {
        name: "idea",
        params: {
          item: idea,
          kind: "IDEA",
          title,
          from: otherTheme,
          to: themeTitle,
          explanation: moveExplanation[locale],
          path: ideaPath,
        },
      },
      {
        name: "comment",
        params: {
          item: comment,
          kind: "COMMENT",
          title: null,
          from: otherTheme,
          to: themeTitle,
          explanation: moveExplanation[locale],
          path: null,
        },
      },
    ],
    merged: [
      {
        name: "public",
        params: {
          item: offer,
          title: sameTitle[locale],
          into: { number: idea.number, title },
          explanation: mergeExplanation[locale],
          path: ideaPath,
        },
      },
      {
        name: "inReview",
        params: {
          item: offer,
          title: sameTitle[locale],
          into: { number: idea.number, title: null },
          explanation: mergeExplanation[locale],
          path: null,
        },
      },
    ],
    joined: [{ name: "idea", params: { item: idea, title, other: offer.number } }],
    separated: [
      {
        name: "undone",
        params: {
          item: offer,
          title: sameTitle[locale],
          other: idea.number,
          explanation: separateExplanation[locale],
          path: "/proposals/R8-0057",
        },
      },
      {
        name: "released",
        params: { item: offer, title: sameTitle[locale], other: idea.number, explanation: null, path: null },
      },
    ],
    split: [
      {
        name: "idea",
        params: { item: idea, title, part: offer, partTitle: partTitle[locale], passage: passage[locale] },
      },
    ],
    "became-inquiry": [
      {
        name: "idea",
        params: {
          item: inquiry,
          title: written.inquiryTitle[locale],
          explanation: inquiryExplanation[locale],
          desk,
          dueOn: reviewDueOn,
        },
      },
    ],
    "became-idea": [
      { name: "inquiry", params: { item: idea, title, explanation: ideaExplanation[locale], theme: themeTitle } },
    ],
    "appeal-received": [{ name: "idea", params: { item: idea, title, dueOn: reviewDueOn } }],
    "appeal-upheld": [{ name: "idea", params: { item: idea, title, explanation: written.upheldExplanation[locale] } }],
    "appeal-overturned": [
      {
        name: "idea",
        params: { item: idea, title, explanation: written.overturnedExplanation[locale], path: ideaPath },
      },
    ],
    "confirm-report-address": [
      { name: "idea", params: { number: idea.number, confirmationId: id, expiresOn: confirmBy } },
    ],
    "report-closed": [
      {
        name: "kept",
        params: {
          number: idea.number,
          title,
          reportedOn,
          reported: personalData,
          outcome: "KEPT",
          reason: null,
          explanation: written.keptExplanation[locale],
          path: ideaPath,
        },
      },
      {
        name: "hidden",
        params: {
          number: comment.number,
          title: null,
          reportedOn,
          reported: null,
          outcome: "ACTED_ON",
          reason: personalData,
          explanation: null,
          path: null,
        },
      },
      {
        name: "gone",
        params: {
          number: comment.number,
          title: null,
          reportedOn,
          reported: personalData,
          outcome: "GONE",
          reason: null,
          explanation: null,
          path: null,
        },
      },
    ],
    "report-kept": [{ name: "idea", params: { item: idea, title, path: ideaPath } }],
    asked: [{ name: "idea", params: { item: idea, title, desk, question: written.question[locale] } }],
    answered: [
      {
        name: "public",
        params: {
          item: idea,
          title,
          desk,
          outcome: outcomes.partly,
          referral: null,
          body: written.answer[locale],
          answerVersion: 1,
          path: ideaPath,
        },
      },
      {
        name: "again",
        params: {
          item: idea,
          title,
          desk,
          outcome: outcomes.notOurs,
          referral: written.referral[locale],
          body: written.notOurs[locale],
          answerVersion: 2,
          path: null,
        },
      },
    ],
    commented: [
      { name: "idea", params: { item: idea, title, commentBody: written.commentBody[locale], path: ideaPath } },
    ],
    "confirm-follow": [
      { name: "proposal", params: { ...asked, thing: { type: "proposal", number: idea.number } } },
      { name: "theme", params: { ...asked, thing: { type: "theme", title: themeTitle }, pace: "DAILY" } },
      { name: "search", params: { ...asked, thing: { type: "search" }, pace: "WEEKLY" } },
      { name: "move", params: { ...asked, thing: null } },
    ],
    "follow-news": [
      { name: "answer", params: { ...told, kind: "ANSWER", number: idea.number, news: [news.answer] } },
      { name: "again", params: { ...told, kind: "ANSWER_AGAIN", number: idea.number, news: [news.again] } },
      {
        name: "digest",
        params: { ...told, stop: "daily", pace: "DAILY", more: 3, news: [news.proposal, news.comment, news.answer] },
      },
    ],
    assigned: [
      {
        name: "idea",
        params: {
          number: idea.number,
          kind: "IDEA",
          review: "PUBLISHED",
          themeTitle: themeTitle[locale],
          questionText: questionText[locale],
          title,
          body,
          expectedEffect: effect[locale],
          area: area[locale],
          displayName: null,
          organizationName: null,
          partnership: null,
          receivedOn: "2026-11-22",
          channel: "COUNTER",
          dueOn,
          instruction: instruction[locale],
          answerLinkId: id,
          deskName: desk.name,
        },
      },
      {
        name: "partnership",
        params: {
          number: offer.number,
          kind: "PARTNERSHIP",
          review: "PENDING",
          themeTitle: themeTitle[locale],
          questionText: null,
          title: offerTitle,
          body: offerBody,
          expectedEffect: null,
          area: null,
          displayName: null,
          organizationName: "(株)サンプル交通",
          partnership: {
            cooperation: cooperation[locale],
            request: request[locale],
            costSharing: "NONE",
            hasConfidentialNote: true,
            contactPerson: contactPerson[locale],
          },
          receivedOn: "2026-11-22",
          channel: "WEB",
          dueOn,
          instruction: null,
          answerLinkId: id,
          deskName: desk.name,
        },
      },
    ],
    replied: [
      {
        name: "idea",
        params: {
          number: idea.number,
          title,
          question: written.question[locale],
          reply: written.reply[locale],
          dueOn,
          answerLinkId: id,
          deskName: desk.name,
        },
      },
    ],
    reminded: [
      {
        name: "soon",
        params: { number: idea.number, title, dueOn, daysLeft: 3, answerLinkId: id, deskName: desk.name },
      },
      {
        name: "late",
        params: { number: idea.number, title, dueOn, daysLeft: -4, answerLinkId: id, deskName: desk.name },
      },
    ],
    overdue: [
      { name: "open", params: { number: idea.number, title, dueOn, daysLeft: -3, desk, isDrafted: false } },
      {
        name: "drafted",
        params: { number: offer.number, title: offerTitle, dueOn, daysLeft: -3, desk, isDrafted: true },
      },
    ],
    "desk-digest": [
      {
        name: "late",
        params: {
          day: "2027-01-18",
          items: [
            { submissionId: id, number: idea.number, title, dueOn, daysLeft: -1 },
            { submissionId: id, number: offer.number, title: offerTitle, dueOn: "2027-01-18", daysLeft: 0 },
            { submissionId: id, number: inquiry.number, title: sameTitle[locale], dueOn: "2027-01-21", daysLeft: 3 },
          ],
          more: 0,
          extension: "2345",
          deskName: desk.name,
        },
      },
      {
        name: "many",
        params: {
          day: "2027-01-12",
          items: [{ submissionId: id, number: idea.number, title, dueOn, daysLeft: 3 }],
          more: 12,
          extension: null,
          deskName: desk.name,
        },
      },
    ],
    "weekly-digest": [
      {
        name: "busy",
        params: {
          day: "2027-01-18",
          review: { waiting: 6, late: 1 },
          unassigned: { waiting: 2, late: 0 },
          failedMails: 1,
          desks: [
            { name: desk.name, waiting: 5, late: 2, drafted: 1, paused: 1, oldestDueOn: "2027-01-12" },
            { name: otherTheme, waiting: 1, late: 0, drafted: 0, paused: 0, oldestDueOn: dueOn },
          ],
        },
      },
      {
        name: "quiet",
        params: {
          day: "2027-01-18",
          review: { waiting: 0, late: 0 },
          unassigned: { waiting: 0, late: 0 },
          failedMails: 0,
          desks: [],
        },
      },
    ],
    "mailbox-test": [{ name: "new", params: { mailboxTestId: id, deskName: desk.name } }],
    "delivery-test": [{ name: "asked", params: { askedOn: dueOn } }],
    "reply-not-taken": [
      { name: "outcome", params: { number: idea.number, problem: "noOutcome", answerLinkId: id, deskName: desk.name } },
      { name: "over", params: { number: idea.number, problem: "turnOver", answerLinkId: id, deskName: desk.name } },
    ],
    escalated: [
      { name: "idea", params: { item: idea, kind: "IDEA", title, note: escalationNote[locale], by: officer[locale] } },
      {
        name: "comment",
        params: { item: comment, kind: "COMMENT", title: null, note: escalationNote[locale], by: officer[locale] },
      },
    ],
    invitation: [
      {
        name: "moderator",
        params: { invitationId: id, name: desk.name[locale], role: "MODERATOR", expiresOn: confirmBy },
      },
    ],
  };
}

const themeTitle: LocalizedText = {
  ja: "市民サービスの進化",
  easy: "市民サービスの進化",
  en: "Evolution of services for citizens",
};
const otherTheme: LocalizedText = {
  ja: "協働の推進",
  easy: "いっしょに進めるまちづくり",
  en: "Working together",
};
const moveExplanation: LocalizedText = {
  ja: "窓口での手続きについての内容のため、「市民サービスの進化」のテーマで扱います。",
  easy: "市役所の手続きのことが書いてあるからです。",
  en: "What you wrote is about paperwork at the counters, so it belongs under this theme.",
};
const sameTitle: LocalizedText = {
  ja: "住民票などの手続きを、家の近くでもできるように",
  easy: "家の近くで手続きをしたいです",
  en: "Paperwork for the city near people's homes",
};
const mergeExplanation: LocalizedText = {
  ja: "どちらも、市役所の手続きを近くの場所でできるようにというご提案です。",
  easy: "2つの意見は、同じことを言っています。",
  en: "Both ask for a way to deal with the city near people's homes.",
};
const separateExplanation: LocalizedText = {
  ja: "もう一度読み、郵便局のことは別の内容だと考えました。",
  easy: "もう一度読みました。2つの意見は、ちがうことを言っています。",
  en: "We read both again and found that yours is about something else.",
};
const inquiryExplanation: LocalizedText = {
  ja: "資料の送り先についてのお尋ねのため、担当から直接お答えします。",
  easy: "質問が書いてあります。担当の人が、あなたに答えます。",
  en: "You ask where to get papers, so the desk answers you directly.",
};
const ideaExplanation: LocalizedText = {
  ja: "多くの方に読んでいただきたいご提案です。公開してもよい内容か、お確かめください。",
  easy: "よい意見なので、みんなに見せたいです。見せてもよいか、確かめてください。",
  en: "Your idea is worth being read by everybody. Please check whether what you wrote may be public.",
};
const escalationNote: LocalizedText = {
  ja: "特定の事業者への意見とも読めます。公開してよいか、判断をお願いします。",
  easy: "会社の名前が書いてあります。みんなに見せてもよいか、決めてください。",
  en: "It can be read as a complaint about one company. Please decide whether it may be public.",
};
const officer: LocalizedText = { ja: "審査担当", easy: "審査の担当の人", en: "Review desk" };
const partTitle: LocalizedText = {
  ja: "冬のバスの本数",
  easy: "冬のバスのこと",
  en: "Buses in winter",
};
const passage: LocalizedText = {
  ja: "冬はバスの本数が減るので、まずは12月から3月までの間だけでも試してみてはどうでしょうか。",
  easy: "私は車がありません。市役所まで、バスで1時間かかります。",
  en: "Buses are few in winter, so why not try it from December to March first?",
};
const questionText: LocalizedText = {
  ja: "市役所に来なくてもできるとよい手続きは、何ですか。また、来なければならないときに困ることは何ですか。",
  easy: "市役所に来ないで、どんな手続きができるとよいですか。",
  en: "What would you like to be able to do without coming to the city hall, and what is hard when you must come?",
};
const effect: LocalizedText = {
  ja: "家族が仕事を休まずにすみ、母も自分のことを自分で続けられます。",
  easy: "自分で手続きができます。",
  en: "Families need not take time off work, and my mother can go on looking after her own affairs.",
};
const area: LocalizedText = { ja: "市の西部", easy: "市の西", en: "The west of the city" };
const instruction: LocalizedText = {
  ja: "市民窓口を担当する課とも話してから、回答案をお願いします。",
  easy: "窓口の担当の人とも話してください。",
  en: "Please talk with the section that runs the counters before you draft the answer.",
};
const cooperation: LocalizedText = {
  ja: "車内の画面10台と停留所の画面2台の表示枠、時刻のデータ、表示を切り替える作業",
  easy: "バスの画面10台と、停留所の画面2台",
  en: "Ten screens on buses and two at stops, timetable data, and the work of switching the display",
};
const request: LocalizedText = {
  ja: "窓口の混み具合のデータ(おおよその数でかまいません)と、市の窓口に画面を置く場所",
  easy: "市役所が混んでいるかどうかのデータ",
  en: "Data on how busy the counters are, roughly, and a place for a screen at the city's counters",
};
const contactPerson: LocalizedText = { ja: "企画部の担当者", easy: "企画部の担当の人", en: "Planning department" };
