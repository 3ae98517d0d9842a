import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { makeFigures, monthsUntil } from "#app/domain/figures/figures.ts";
import type { ShownFigures } from "#app/domain/figures/queries/get-public-figures.server.ts";
import type { HomePage } from "#app/domain/reading/queries/get-home-page.server.ts";
import { type Locale, locales } from "#app/domain/shared/localized-text.ts";
import { textInstance } from "#app/platform/i18n/translator.server.ts";
import { HomeView } from "./home-view.tsx";

const theme = {
  slug: "collaboration",
  numeral: "Ⅲ",
  title: "協働の推進",
  lead: "導入",
  illustration: "square",
  isFeatured: true,
  proposalCount: 1,
  answeredCount: 0,
  commentCount: 0,
} as HomePage["themes"][number];

const proposal: HomePage["newest"][number] = {
  number: "R8-0001",
  kind: "IDEA",
  title: "町内会の連絡をまとめる",
  locale: "ja",
  excerpt: "回覧板",
  author: null,
  theme: { slug: "collaboration", numeral: "Ⅲ", title: "協働の推進" },
  publishedAt: "2026-11-24T01:00:00.000Z",
  handling: "ANSWERED",
  outcome: { key: "adopted", label: "反映します" },
  commentCount: 0,
  isSample: false,
};

const answered: HomePage["answered"][number] = {
  ...proposal,
  answer: {
    excerpt: "市のページでも読めるようにします。",
    desk: { section: "行政監理室", name: "行革担当" },
    publishedAt: "2026-11-25T01:00:00.000Z",
  },
};

const alike = { kind: "IDEA", review: "PUBLISHED", theme: "collaboration", isSample: false, isOld: false } as const;

/** As counted on 15 January 2027; `answers` of the ten received are answered, each after so many days. */
function figures(answers: number[], firstDay = "2026-11-01"): ShownFigures {
  const counted = makeFigures(
    {
      tallies: [
        { ...alike, handling: "ANSWERED", isAnswered: true, count: answers.length },
        { ...alike, handling: "NEW", isAnswered: false, count: 10 - answers.length },
      ],
      receivedIn: new Map([["2027-01", 10]]),
      answeredIn: new Map([["2027-01", answers.length]]),
      spans: answers.map((days) => ({ kind: "IDEA", days, count: 1 })),
    },
    monthsUntil("2027-01-15", firstDay),
    { IDEA: 10, PARTNERSHIP: 10, INQUIRY: 5 },
  );
  return { ...counted, computedAt: "2027-01-15T01:00:00.000Z" };
}

const nothing: HomePage = {
  featured: [theme],
  themes: [theme],
  newest: [],
  answered: [],
  figures: null,
  promise: { review: 3, answer: 10 },
};

/** The page without the places where a heading may break. */
const show = (home: Partial<HomePage>, locale: Locale = "ja") =>
  renderToStaticMarkup(
    <I18nextProvider i18n={textInstance(locale)}>
      <HomeView home={{ ...nothing, ...home }} phone="0144-32-6169" />
    </I18nextProvider>,
  ).replaceAll("<wbr/>", "");

/** Rows of the table with this id, each as its cells. */
const tableRows = (markup: string, id: string) => {
  const body = new RegExp(`aria-labelledby="${id}-caption".*?<tbody[^>]*>(.*?)</tbody>`).exec(markup)?.[1] ?? "";
  return body
    .split("</tr>")
    .filter(Boolean)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>([^<]*)</g)].map(([, cell]) => cell));
};

describe("the home page", () => {
  it.each(locales)("in %s says in its words what is there, and leaves no gap unfilled", (locale) => {
    const full = show({ newest: [proposal], answered: [answered], figures: figures([2, 4, 12]) }, locale);
    for (const markup of [full, show({}, locale), show({ newest: [proposal], figures: figures([]) }, locale)]) {
      expect(markup).not.toMatch(/\{\{|home:|undefined|NaN|Infinity/);
      expect(markup.match(/<h1/g)).toHaveLength(1);
      const ids = [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("of a city nobody wrote to shows no number and says what to do", () => {
    for (const markup of [show({}), show({ figures: { ...figures([]), received: 0 } })]) {
      expect(markup).not.toContain('id="figures"');
      expect(markup).not.toContain('id="answered"');
      expect(markup).toMatch(/公開している提案は、まだありません.*href="\/themes"/);
    }
  });

  it("names the promised days as the city set them", () => {
    const markup = show({ promise: { review: 7, answer: 21 } });
    expect(markup).toContain("受付から7開庁日以内");
    expect(markup).toContain("受付から21開庁日以内");
    expect(show({ promise: { review: 1, answer: 21 } }, "en")).toContain("Within 1 business day of receipt");
  });

  it("shows an answer with its outcome, who gave it and when", () => {
    const markup = show({ newest: [proposal], answered: [answered] });
    const card = /<section id="answered".*?<\/section>/.exec(markup)?.[0] ?? "";
    for (const text of ["反映します", "市のページでも読めるようにします。", "行政監理室 行革担当", "令和8年11月25日"])
      expect(card).toContain(text);
  });

  it("draws the same numbers that its tables say", () => {
    const markup = show({ newest: [proposal], figures: figures([2, 4, 12]) });
    expect(tableRows(markup, "months-table")).toEqual([
      ["令和8年11月", "0", "0"],
      ["令和8年12月", "0", "0"],
      ["令和9年1月", "10", "3"],
    ]);
    expect(tableRows(markup, "speed-table")).toEqual([
      ["5開庁日以内", "2件(67%)"],
      ["6〜10開庁日", "0件(0%)"],
      ["11〜15開庁日", "1件(33%)"],
      ["16〜20開庁日", "0件(0%)"],
      ["21開庁日以上", "0件(0%)"],
    ]);
    const picture = /<svg[^>]*aria-labelledby="months-picture.*?<\/figure>/.exec(markup)?.[0] ?? "";
    for (const number of [">10<", ">3<"]) expect(picture).toContain(number);
    expect(markup).toContain("令和8年11月から令和9年1月までに、10件が届き、3件に答えました。");
    expect(markup).toContain("半分は4開庁日以内、10件のうち9件は12開庁日以内に答えました。");
    expect(markup).toMatch(/約束の日までに答えた割合.*67%.*3件のうち2件/);
  });

  it("says that samples are among the numbers while they are", () => {
    expect(show({ figures: { ...figures([1]), samples: 4 } })).toContain("見本4件を含みます");
    expect(show({ figures: figures([1]) })).not.toContain("見本");
  });

  it("says in words that there is no speed yet, and names one month alone", () => {
    const markup = show({ newest: [proposal], figures: figures([], "2027-01-02") });
    expect(markup).toContain("まだ公開した回答がありません");
    expect(markup).not.toContain('id="speed-table');
    expect(markup).toContain("令和9年1月に、10件が届き、0件に答えました。");
    expect(markup).not.toMatch(/<dt[^>]*>約束の日までに答えた割合/);
  });
});
