/**
 * The city's administrative-reform plans, oldest first.
 *
 * Names, periods and the month of the revision come from the city's page on the plan. What is not known stays null: a
 * date or an address that looks official but is guessed would be worse than none.
 */
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { paragraphs } from "./paragraphs.ts";

/** OPEN: its themes take ideas and comments. CLOSED: it can be read, nothing new is taken under it. */
export type PlanParticipation = "OPEN" | "CLOSED";

export type PlanVersionContent = {
  readonly key: string;
  readonly label: LocalizedText;
  /** ISO date, or null where the city publishes only a month or a fiscal year (then `note` says which). */
  readonly publishedOn: string | null;
  readonly note: LocalizedText;
};

export type PlanDocumentContent = {
  readonly key: string;
  /** Key of the version, in the same plan, that the document is the text of. */
  readonly versionKey: string;
  readonly title: LocalizedText;
  /** Null until an administrator enters the address of the city's own copy. */
  readonly url: string | null;
  readonly note: LocalizedText;
};

export type PlanContent = {
  readonly key: string;
  readonly title: LocalizedText;
  /**
   * Plain text; a blank line parts two paragraphs. The first says what the plan is, the second what sending an idea under it
   * means today.
   */
  readonly summary: LocalizedText;
  /** ISO dates, both inclusive; Japanese fiscal years run from 1 April to 31 March. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly successorKey: string | null;
  readonly participation: PlanParticipation;
  readonly versions: readonly PlanVersionContent[];
  readonly documents: readonly PlanDocumentContent[];
};

const onTheCitysPage: LocalizedText = {
  ja: "市の公式ページで公開",
  easy: "市のホームページで読むことができます。",
  en: "Published on the city's official website",
};

export const plans: readonly PlanContent[] = [
  {
    key: "next-stage",
    title: {
      ja: "苫小牧市行政改革プラン-NEXT STAGE-",
      easy: "苫小牧市行政改革プラン-NEXT STAGE-(2015年から2020年までの計画)",
      en: "Tomakomai City Administrative Reform Plan -NEXT STAGE-",
    },
    summary: paragraphs({
      ja: [
        "平成27年度から令和元年度までの計画です。行政費用の抑制と市民サービスの向上という、両立の難しい二つの課題に同時に取り組みました。",
        "取組期間を終えた計画です。記録としてお読みいただけます。ご提案は「苫小牧市行政創革プラン」のテーマでお寄せください。",
      ],
      easy: [
        "2015年4月から2020年3月までの計画です。市は、使うお金をへらしました。そして、サービスをよくするために働きました。この二つを同時にするのは、難しいことでした。",
        "この計画は終わりました。読むことはできます。意見は「苫小牧市行政創革プラン」のテーマのページから送ってください。",
      ],
      en: [
        "The plan for fiscal years 2015 to 2019. It took on two tasks that pull against each other: holding down the cost of running the city, and improving services for citizens.",
        "This plan has ended and is kept as a record. Please send ideas under the themes of the Tomakomai City Administrative Innovation Plan.",
      ],
    }),
    startsOn: "2015-04-01",
    endsOn: "2020-03-31",
    successorKey: "gyosei-sokaku",
    participation: "CLOSED",
    versions: [
      {
        key: "first",
        label: { ja: "初版", easy: "はじめの版", en: "First edition" },
        publishedOn: null,
        note: {
          ja: "取組期間は平成27年度から令和元年度まで(2015〜2019年度)です。",
          easy: "2015年4月から2020年3月までの計画です。",
          en: "Covers fiscal years 2015 to 2019.",
        },
      },
    ],
    documents: [
      {
        key: "next-stage-plan",
        versionKey: "first",
        title: {
          ja: "苫小牧市行政改革プラン-NEXT STAGE-",
          easy: "苫小牧市行政改革プラン-NEXT STAGE-(計画の全部)",
          en: "Tomakomai City Administrative Reform Plan -NEXT STAGE- (in Japanese)",
        },
        url: null,
        note: onTheCitysPage,
      },
    ],
  },
  {
    key: "gyosei-sokaku",
    title: {
      ja: "苫小牧市行政創革プラン",
      easy: "苫小牧市行政創革プラン(市の仕事を新しくする計画)",
      en: "Tomakomai City Administrative Innovation Plan",
    },
    summary: paragraphs({
      ja: [
        "令和2年度から令和6年度までの計画です。「行政創革」は「行政創造改革」を縮めた言葉で、いまあるものを良くするだけでなく、まだないものをつくり出すことを目指します。7つのテーマがあり、中間の令和4年度に見直しを行って、令和5年2月に改定版をまとめました。",
        "プランの取組期間は令和7年(2025年)3月で終わり、取組は次の「とまこまい行革創成プラン」に移りました。7つのテーマは、市政への意見や提案を集める場として、このひろばで続けています。お寄せいただいても、終わったプランの内容は変わりません。一つひとつを担当が読んで回答し、これからの取組を考えるときの参考にします。",
      ],
      easy: [
        "2020年4月から2025年3月までの計画です。今あるものをよくします。そして、まだないものを作ります。それを「行政創革(ぎょうせいそうかく)」といいます。テーマは7つあります。市は2023年2月に計画を直しました。",
        "この計画は2025年3月に終わりました。今は、次の計画「とまこまい行革創成プラン」があります。でも、7つのテーマのページは今も使っています。市は、ここでみなさんの意見を集めています。終わった計画は変わりません。市の担当が、一つずつ読んで答えます。これからの仕事を考えるときに、みなさんの意見を使います。",
      ],
      en: [
        "The plan for fiscal years 2020 to 2024. 行政創革 (gyōsei sōkaku) is short for administrative innovation: not only improving what exists, but creating what does not exist yet. It has seven themes. It was reviewed in its middle year, fiscal 2022, and a revised edition followed in February 2023.",
        "The plan's period ended in March 2025 and the work has passed to its successor, the Tomakomai Gyōkaku Sōsei Plan. The seven themes stay open here as places to collect ideas. What you send cannot change a plan that has ended; the responsible desk reads each one, answers it, and draws on it when thinking about what the city does next.",
      ],
    }),
    startsOn: "2020-04-01",
    endsOn: "2025-03-31",
    successorKey: "gyokaku-sosei",
    participation: "OPEN",
    versions: [
      {
        key: "first",
        label: { ja: "初版", easy: "はじめの版", en: "First edition" },
        publishedOn: null,
        note: {
          ja: "取組期間は令和2年度から令和6年度まで(2020〜2024年度)です。",
          easy: "2020年4月から2025年3月までの計画です。",
          en: "Covers fiscal years 2020 to 2024.",
        },
      },
      {
        key: "revised-2023",
        label: { ja: "改定版(令和5年2月)", easy: "直した版(2023年2月)", en: "Revised edition (February 2023)" },
        publishedOn: null,
        note: {
          ja: "中間年の令和4年度に全体を見直し、令和5年2月に策定しました。",
          easy: "市は2022年度に計画を全部読み直しました。そして、2023年2月に新しい版を作りました。",
          en: "Adopted in February 2023 after the whole plan was reviewed in its middle year, fiscal 2022.",
        },
      },
    ],
    documents: [
      {
        key: "gyosei-sokaku-first",
        versionKey: "first",
        title: {
          ja: "苫小牧市行政創革プラン",
          easy: "苫小牧市行政創革プラン(計画の全部)",
          en: "Tomakomai City Administrative Innovation Plan (in Japanese)",
        },
        url: null,
        note: onTheCitysPage,
      },
      {
        key: "gyosei-sokaku-revised",
        versionKey: "revised-2023",
        title: {
          ja: "苫小牧市行政創革プラン【改定版】",
          easy: "苫小牧市行政創革プラン(直した計画の全部)",
          en: "Tomakomai City Administrative Innovation Plan, revised edition (in Japanese)",
        },
        url: null,
        note: onTheCitysPage,
      },
    ],
  },
  {
    // Taken from stored copies of the city's pages, not verified further: its pillars and its last year are not entered
    // until an administrator can copy them from the plan itself.
    key: "gyokaku-sosei",
    title: {
      ja: "とまこまい行革創成プラン",
      easy: "とまこまい行革創成プラン(今の計画)",
      en: "Tomakomai Gyōkaku Sōsei Plan (the current reform plan)",
    },
    summary: paragraphs({
      ja: [
        "令和7年度からの計画です。行政改革の計画とICT推進の計画を一つにまとめました。",
        "このひろばには、まだこのプランのテーマを載せていません。ご提案は「苫小牧市行政創革プラン」の7つのテーマでお寄せください。内容の近い取組の担当に届けます。",
      ],
      easy: [
        "2025年4月からの計画です。前は計画が二つありました。市の仕事を新しくする計画と、コンピューターなどを使う計画です。市は、この二つを一つにしました。",
        "この計画のテーマのページは、まだありません。意見は「苫小牧市行政創革プラン」の7つのテーマのページから送ってください。担当の人がその意見を読みます。",
      ],
      en: [
        "The plan from fiscal year 2025 on. It brings the reform plan and the ICT plan together in one.",
        "The themes of this plan are not on this site yet. Please send ideas under the seven themes of the Tomakomai City Administrative Innovation Plan; they reach the desk responsible.",
      ],
    }),
    startsOn: "2025-04-01",
    endsOn: null,
    successorKey: null,
    // No themes are entered for it yet, so there is nothing a form could belong to.
    participation: "CLOSED",
    versions: [
      {
        key: "first",
        label: { ja: "初版", easy: "はじめの版", en: "First edition" },
        publishedOn: null,
        note: {
          ja: "取組期間は令和7年度(2025年度)からです。",
          easy: "2025年4月からの計画です。",
          en: "Runs from fiscal year 2025.",
        },
      },
    ],
    documents: [
      {
        key: "gyokaku-sosei-plan",
        versionKey: "first",
        title: {
          ja: "とまこまい行革創成プラン",
          easy: "とまこまい行革創成プラン(計画の全部)",
          en: "Tomakomai Gyōkaku Sōsei Plan (in Japanese)",
        },
        url: null,
        note: onTheCitysPage,
      },
    ],
  },
];

/** The plan whose themes are listed in `themes.ts`. */
export const themesPlanKey = "gyosei-sokaku";
