/**
 * Who answers: departments, sections and desks, and the rules that propose a desk for what arrives.
 *
 * Desk names and telephone numbers are those on the city's page on the plan. The city publishes no mailbox for them, so the
 * addresses are under the reserved domain `tomakomai.example` and reach nobody until an administrator enters the real ones.
 */
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";

export type DeskContent = {
  readonly slug: string;
  readonly name: LocalizedText;
  /** What people may ask this desk. */
  readonly duty: LocalizedText;
  /** As the city prints it, area code first, half-width. */
  readonly phone: string;
  readonly mailbox: string;
  readonly hours: LocalizedText;
  /** The desk that gets what no rule sends elsewhere; exactly one. */
  readonly isFallback: boolean;
};

export type SectionContent = {
  readonly key: string;
  readonly name: LocalizedText;
  readonly desks: readonly DeskContent[];
};

export type DepartmentContent = {
  readonly key: string;
  readonly name: LocalizedText;
  readonly sections: readonly SectionContent[];
};

export type RoutingRuleContent = {
  readonly themeSlug: string;
  /** Null: every kind. */
  readonly kind: "IDEA" | "PARTNERSHIP" | null;
  readonly deskSlug: string;
  /** Why; shown to staff beside the proposed desk, so in Japanese only. */
  readonly note: string;
};

// The page on the plan gives no opening hours: these are the usual ones and are meant to be checked and edited on the desk.
const defaultHours: LocalizedText = {
  ja: "平日 8時45分から17時15分まで(土曜日・日曜日・祝日・12月29日から1月3日までを除く)",
  easy: "月曜日から金曜日の午前8時45分から午後5時15分までです。祝日と、12月29日から1月3日までは休みです。",
  en: "Weekdays 8:45 to 17:15 (closed on weekends, public holidays and 29 December to 3 January)",
};

export const departments: readonly DepartmentContent[] = [
  {
    key: "somu",
    name: { ja: "総務部", easy: "総務部", en: "General Affairs Department" },
    sections: [
      {
        key: "gyosei-kanri",
        name: { ja: "行政監理室", easy: "行政監理室", en: "Administrative Supervision Office" },
        desks: [
          {
            slug: "fukumu",
            name: { ja: "服務担当", easy: "服務担当", en: "Staff Conduct Desk" },
            duty: {
              ja: "市職員の服務(勤務中の決まりや心構え)についてのお問い合わせを受けています。",
              easy: "市の職員が働くときの決まりについて、聞くことができます。",
              en: "Questions about the rules of conduct that city staff follow at work.",
            },
            phone: "0144-32-6159",
            mailbox: "fukumu@tomakomai.example",
            hours: defaultHours,
            isFallback: false,
          },
          {
            slug: "gyokaku",
            name: { ja: "行革担当", easy: "行革担当", en: "Administrative Reform Desk" },
            duty: {
              ja: "行政創革プランと、このひろばについてのお問い合わせを受けています。どの担当に聞けばよいか分からないときも、こちらの担当へどうぞ。",
              easy: "市の仕事を新しくする計画について、聞くことができます。このホームページについても聞くことができます。どこに聞くかわからないときは、この担当に聞いてください。",
              en: "Questions about the Administrative Innovation Plan and about this site. If you do not know which desk to ask, ask this one.",
            },
            phone: "0144-32-6169",
            mailbox: "gyokaku@tomakomai.example",
            hours: defaultHours,
            isFallback: true,
          },
          {
            slug: "jinji-kenshu",
            name: { ja: "人事研修担当", easy: "人事研修担当", en: "Personnel and Training Desk" },
            duty: {
              ja: "市職員の人事や研修、人材育成についてのお問い合わせを受けています。",
              easy: "市の職員の仕事や勉強について、聞くことができます。",
              en: "Questions about the personnel, training and development of city staff.",
            },
            phone: "0144-32-6182",
            mailbox: "jinji-kenshu@tomakomai.example",
            hours: defaultHours,
            isFallback: false,
          },
          {
            slug: "kyuyo",
            name: { ja: "給与担当", easy: "給与担当", en: "Payroll Desk" },
            duty: {
              ja: "市職員の給与についてのお問い合わせを受けています。",
              easy: "市の職員の給料について、聞くことができます。",
              en: "Questions about the pay of city staff.",
            },
            phone: "0144-32-6183",
            mailbox: "kyuyo@tomakomai.example",
            hours: defaultHours,
            isFallback: false,
          },
          {
            slug: "kosei",
            name: { ja: "厚生担当", easy: "厚生担当", en: "Staff Welfare Desk" },
            duty: {
              ja: "市職員の福利厚生についてのお問い合わせを受けています。",
              easy: "市の職員の健康や生活を助けるしくみについて、聞くことができます。",
              en: "Questions about the welfare of city staff.",
            },
            phone: "0144-32-6187",
            mailbox: "kosei@tomakomai.example",
            hours: defaultHours,
            isFallback: false,
          },
        ],
      },
    ],
  },
];

const planDesk =
  "プランの公表ページで問い合わせ先とされている行政監理室のうち、プラン全体を受け持つ行革担当が窓口になります。";

/** In order: the first rule that matches wins, so one that names a kind stands before one that does not. */
export const routingRules: readonly RoutingRuleContent[] = [
  { themeSlug: "sound-finances", kind: null, deskSlug: "gyokaku", note: planDesk },
  { themeSlug: "service-evolution", kind: null, deskSlug: "gyokaku", note: planDesk },
  { themeSlug: "collaboration", kind: null, deskSlug: "gyokaku", note: planDesk },
  { themeSlug: "public-facilities", kind: null, deskSlug: "gyokaku", note: planDesk },
  { themeSlug: "private-sector", kind: null, deskSlug: "gyokaku", note: planDesk },
  { themeSlug: "ict", kind: null, deskSlug: "gyokaku", note: planDesk },
  {
    themeSlug: "people-and-organization",
    kind: "PARTNERSHIP",
    deskSlug: "gyokaku",
    note: "企業・団体からの提案は、テーマにかかわらず行革担当が最初にお話をうかがいます。",
  },
  {
    themeSlug: "people-and-organization",
    kind: null,
    deskSlug: "jinji-kenshu",
    note: "職員の人材育成と働き方が中心のテーマなので、人事研修担当が窓口になります。組織づくりについてのご意見は行革担当に回します。",
  },
];
