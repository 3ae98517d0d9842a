import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { refreshFigures } from "#app/domain/figures/refresh-figures.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  bringCommentTo,
  bringSubmissionTo,
  changeNow,
  commentInput,
  contextOf,
  makeTheme,
  partnershipInput,
  publishedIdea,
  testNow,
} from "#tests/support/submissions.ts";
import { proposalListQuery, proposalsPerPage } from "../proposal-list.ts";
import { getDirectory } from "./get-directory.server.ts";
import { getHomePage } from "./get-home-page.server.ts";
import { getPlanPage } from "./get-plan-page.server.ts";
import { getThemePage } from "./get-theme-page.server.ts";
import { listProposals, listThemeProposals } from "./list-proposals.server.ts";
import { listSitePages } from "./list-site-pages.server.ts";
import { listThemes } from "./list-themes.server.ts";
import { excerpt } from "./proposal-cards.server.ts";

const list = (address: Record<string, string> = {}) => listProposals(anonymous, proposalListQuery.parse(address), "ja");
const titlesOf = async (address: Record<string, string>) => (await list(address)).items.map(({ title }) => title);

/** An answered proposal, as publishing its answer leaves it. */
async function answer(id: string, deskId: string, now: Date): Promise<void> {
  await changeNow(id, { handling: "ASSIGNED", handlingDeskId: deskId }, now);
  await changeNow(id, { handling: "DRAFTED" }, now);
  await changeNow(id, { handling: "ANSWERED", outcomeKey: "adopted" }, now);
}

const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

async function outcome(): Promise<void> {
  const words = (ja: string) => ({ ja, easy: ja, en: "Adopted" });
  await db().outcome.create({
    data: { key: "adopted", position: 1, label: words("反映します"), meaning: words("意味") },
  });
}

async function storeAnswer(
  submissionId: string,
  deskId: string,
  answerVersion: number,
  state: "DRAFT" | "PUBLISHED" | "SUPERSEDED",
  body: string,
): Promise<void> {
  await db().answer.create({
    data: {
      id: randomUUID(),
      submissionId,
      deskId,
      answerVersion,
      state,
      body,
      outcomeKey: "adopted",
      origin: "SCREEN",
      draftedByLabel: "行革担当",
      draftedAt: testNow,
      publishedAt: state === "DRAFT" ? null : later(answerVersion),
    },
  });
}

describe("lists of proposals", () => {
  useDatabase();

  it("filter by kind, theme, handling and outcome, alone and together", async () => {
    await outcome();
    const { deskId } = await makeTheme();
    await makeTheme({ slug: "ict" });
    const answered = await publishedIdea({ title: "答えたもの" });
    await answer(answered.id, deskId, later(1));
    await publishedIdea({ title: "別のテーマ", themeSlug: "ict" });
    const company = await submitPartnership(contextOf(), partnershipInput({ title: "企業のもの" }));
    await bringSubmissionTo(company.id, "PUBLISHED");

    expect((await titlesOf({})).sort()).toEqual(["企業のもの", "別のテーマ", "答えたもの"].sort());
    expect(await titlesOf({ kind: "partnership" })).toEqual(["企業のもの"]);
    expect(await titlesOf({ theme: "ict" })).toEqual(["別のテーマ"]);
    expect(await titlesOf({ handling: "answered" })).toEqual(["答えたもの"]);
    expect(await titlesOf({ outcome: "adopted" })).toEqual(["答えたもの"]);
    expect(await titlesOf({ outcome: "adopted", theme: "ict" })).toEqual([]);
    expect(await titlesOf({ sort: "answered" })).toEqual(["答えたもの"]);
    expect((await list()).items.find(({ title }) => title === "答えたもの")?.outcome).toEqual({
      key: "adopted",
      label: "反映します",
    });
  });

  it("ignore what no filter offers", async () => {
    await makeTheme();
    await publishedIdea({ title: "ある" });
    const odd = { kind: "inquiry", handling: "hidden", outcome: "'; --", theme: "../x", sort: "votes", after: "zzz" };
    expect(await titlesOf(odd)).toEqual(["ある"]);
  });

  it("page by cursor without losing or repeating any, and back again", async () => {
    await makeTheme();
    const { id } = await publishedIdea();
    const row = await db().submission.findUniqueOrThrow({ where: { id }, omit: { queuePlace: true } });
    await db().submission.createMany({
      data: Array.from({ length: proposalsPerPage * 2 }, (_, index) => ({
        ...row,
        id: crypto.randomUUID(),
        number: `R8-${5000 + index}`,
        trackingKeyHash: `tracking-${index}`,
        idempotencyHash: `idempotency-${index}`,
        // three share each moment, so that the order among equals matters
        publishedAt: later(Math.floor(index / 3)),
      })),
    });
    const first = await list();
    const second = await list({ after: first.next ?? "" });
    const third = await list({ after: second.next ?? "" });
    const all = [first, second, third].flatMap(({ items }) => items.map(({ number }) => number));
    expect(all).toHaveLength(proposalsPerPage * 2 + 1);
    expect(new Set(all).size).toBe(all.length);
    expect([first.previous, third.next]).toEqual([null, null]);
    expect((await list({ before: third.previous ?? "" })).items).toEqual(second.items);
  });

  it("of one theme hold that theme alone, and none for a theme that is not there", async () => {
    await makeTheme();
    await makeTheme({ slug: "ict" });
    await publishedIdea({ title: "協働のもの" });
    await publishedIdea({ title: "ICTのもの", themeSlug: "ict" });
    const query = proposalListQuery.parse({ theme: "collaboration" });
    const ict = await listThemeProposals(anonymous, "ict", query, "ja");
    expect(ict.items.map(({ title }) => title)).toEqual(["ICTのもの"]);
    await expect(listThemeProposals(anonymous, "none", query, "ja")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the page of a theme", () => {
  useDatabase();

  it("shows its questions, its desk, what is new, what is discussed, and its comments, newest first", async () => {
    const { questionId, closedQuestionId } = await makeTheme();
    await publishedIdea({ title: "話題のない提案" });
    const discussed = await publishedIdea({ title: "話題の提案" });
    const comment = await submitComment(contextOf(), commentInput({ on: { number: discussed.number } }));
    await bringCommentTo(comment.id, "PUBLISHED");
    const older = await submitComment(contextOf(), commentInput({ body: "前の声" }));
    await bringCommentTo(older.id, "PUBLISHED", later(1));
    const newer = await submitComment(contextOf(), commentInput({ body: "後の声", questionId }));
    await bringCommentTo(newer.id, "PUBLISHED", later(2));

    const theme = await getThemePage(anonymous, "collaboration", "ja", {});
    expect(theme).toMatchObject({
      numeral: "Ⅲ",
      takesIdeas: true,
      takesPartnerships: true,
      closed: null,
      until: null,
      takesComments: true,
      questions: [
        { id: questionId, isOpen: true },
        { id: closedQuestionId, isOpen: false },
      ],
      desk: { name: "行革担当", phone: "0144-32-6169" },
      plan: { startsOn: "2020-04-01", endsOn: null },
      proposalCount: 2,
      commentCount: 2,
      // what stands among the newest is not shown a second time
      discussed: [],
    });
    expect(theme.newest).toHaveLength(2);
    expect(theme.comments.items).toMatchObject([
      { body: "後の声", question: "何があるとよいですか" },
      { body: "前の声", question: null },
    ]);
  });

  it("shows the two most discussed beyond the newest, most comments first", async () => {
    await makeTheme();
    const ideas: string[] = [];
    for (const title of ["一番目", "二番目", "三番目", "四番目"]) ideas.push((await publishedIdea({ title })).number);
    const discuss = async (number: string | undefined, times: number) => {
      if (number === undefined) throw new Error("no such idea");
      for (let time = 0; time < times; time += 1) {
        const { id } = await submitComment(
          contextOf(),
          commentInput({ on: { number }, body: `${number}への声${time}` }),
        );
        await bringCommentTo(id, "PUBLISHED");
      }
    };
    await discuss(ideas[0], 1);
    await discuss(ideas[1], 3);
    await discuss(ideas[2], 2);
    const newest: string[] = [];
    for (const [place, title] of ["五番目", "六番目", "七番目", "八番目"].entries()) {
      const { id, number } = await publishedIdea({ title });
      await db().submission.update({ where: { id }, data: { publishedAt: later(place + 1) } });
      newest.push(number);
    }
    await discuss(newest[0], 4);

    const theme = await getThemePage(anonymous, "collaboration", "ja", {});
    expect(theme.newest.map(({ number }) => number)).toEqual(newest.toReversed());
    expect(theme.discussed.map(({ number }) => number)).toEqual([ideas[1], ideas[2]]);
  });

  it("says when it takes no proposals, or nothing any more", async () => {
    await makeTheme({ acceptsIdeas: false });
    await makeTheme({ slug: "closed", participation: "CLOSED" });
    const open = { takesIdeas: false, takesPartnerships: false, takesComments: true };
    expect(await getThemePage(anonymous, "collaboration", "ja", {})).toMatchObject(open);
    const closed = { takesIdeas: false, takesPartnerships: false, takesComments: false };
    expect(await getThemePage(anonymous, "closed", "ja", {})).toMatchObject(closed);
  });

  it("is not there for a slug no theme has", async () => {
    await expect(getThemePage(anonymous, "none", "ja", {})).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the home page", () => {
  useDatabase();

  it("says nothing about figures before they were counted, and names the city's promise", async () => {
    await makeTheme();
    const home = await getHomePage(anonymous, "ja");
    expect(home).toMatchObject({ newest: [], answered: [], figures: null, promise: { review: 3, answer: 10 } });
  });

  it("shows the newest proposals, the newest answers with who gave them, and the figures as they were counted", async () => {
    await outcome();
    const { deskId } = await makeTheme();
    await db().theme.updateMany({ data: { isFeatured: true } });
    await makeTheme({ slug: "ict" });
    const first = await publishedIdea({ title: "一つめ" });
    const second = await publishedIdea({ title: "二つめ", themeSlug: "ict" });
    await publishedIdea({ title: "三つめ" });
    const hidden = await publishedIdea({ title: "隠したもの" });
    await answer(second.id, deskId, later(1));
    await answer(first.id, deskId, later(2));
    await answer(hidden.id, deskId, later(3));
    await changeNow(hidden.id, { review: "HIDDEN" });
    await storeAnswer(second.id, deskId, 1, "SUPERSEDED", "前の回答");
    await storeAnswer(second.id, deskId, 2, "PUBLISHED", "いまの回答");
    await storeAnswer(second.id, deskId, 3, "DRAFT", "まだの回答");
    await storeAnswer(hidden.id, deskId, 1, "PUBLISHED", "隠した回答");
    await refreshFigures(later(5));

    const home = await getHomePage(anonymous, "en");
    expect(home.answered).toHaveLength(1);
    expect(home.answered[0]).toMatchObject({
      title: "二つめ",
      outcome: { label: "Adopted" },
      answer: { excerpt: "いまの回答", desk: { name: "行革担当", section: "行政監理室" } },
    });
    expect(JSON.stringify(home)).not.toMatch(/前の回答|まだの回答|隠し/);
    expect(home.newest.map(({ title }) => title).sort()).toEqual(["一つめ", "三つめ", "二つめ"].sort());
    expect(home.featured.map(({ slug }) => slug)).toEqual(["collaboration"]);
    expect(home.themes).toHaveLength(2);
    expect(home.figures).toMatchObject({ received: 4, answered: 3, computedAt: later(5).toISOString() });

    // Counted later is counted later: the page waits for the next count, it never counts itself.
    await publishedIdea({ title: "五つめ" });
    expect((await getHomePage(anonymous, "ja")).figures).toMatchObject({ received: 4 });
  });
});

describe("plans, directory, themes and site map", () => {
  useDatabase();

  it("show each plan with its state, successor and documents, the newest first", async () => {
    await makeTheme();
    const current = await db().plan.create({
      data: {
        id: crypto.randomUUID(),
        key: "next",
        title: { ja: "次の計画", easy: "次", en: "Next" },
        summary: { ja: "概要", easy: "概要", en: "Summary" },
        startsOn: new Date("2025-04-01"),
        position: 2,
        participation: "CLOSED",
        versions: {
          create: {
            id: crypto.randomUUID(),
            key: "first",
            label: { ja: "初版", easy: "はじめ", en: "First" },
            note: { ja: "注", easy: "注", en: "Note" },
            publishedOn: new Date("2025-04-02"),
            position: 1,
            documents: {
              create: {
                id: crypto.randomUUID(),
                title: { ja: "本文", easy: "本文", en: "Text" },
                note: { ja: "市のページ", easy: "市", en: "City" },
                position: 1,
              },
            },
          },
        },
      },
    });
    await db().plan.updateMany({ where: { key: "plan-of-collaboration" }, data: { successorId: current.id } });
    const plans = await getPlanPage(anonymous, "ja", testNow);
    expect(plans).toMatchObject([
      {
        key: "next",
        state: "notHere",
        versions: [{ publishedOn: "2025-04-02", documents: [{ title: "本文", url: null }] }],
      },
      {
        state: "open",
        startsOn: "2020-04-01",
        endsOn: null,
        successor: { key: "next", title: "次の計画" },
        themes: [{ slug: "collaboration" }],
      },
    ]);
    await db().plan.update({ where: { id: current.id }, data: { endsOn: new Date("2026-11-24") } });
    const stateOn = async (now: string) => (await getPlanPage(anonymous, "ja", new Date(now)))[0]?.state;
    expect(await stateOn("2026-11-24T14:00:00Z")).toBe("notHere");
    expect(await stateOn("2026-11-24T15:00:00Z")).toBe("ended");
  });

  it("show open desks with phone, hours and duty, and never a mailbox", async () => {
    const { deskId } = await makeTheme();
    const directory = await getDirectory(anonymous, "ja");
    expect(directory).toMatchObject([
      {
        name: "総務部",
        sections: [{ name: "行政監理室", desks: [{ name: "行革担当", phone: "0144-32-6169", hours: "平日" }] }],
      },
    ]);
    expect(JSON.stringify(directory)).not.toContain("@");
    await db().desk.update({ where: { id: deskId }, data: { validFrom: new Date("2999-04-01") } });
    expect(await getDirectory(anonymous, "ja")).toEqual([]);
    await db().desk.update({ where: { id: deskId }, data: { validFrom: null, isActive: false } });
    expect(await getDirectory(anonymous, "ja")).toEqual([]);
  });

  it("list themes in order with their counters", async () => {
    await makeTheme();
    await publishedIdea();
    expect(await listThemes(anonymous, "ja")).toMatchObject([
      { slug: "collaboration", numeral: "Ⅲ", proposalCount: 1, answeredCount: 0, commentCount: 0 },
    ]);
  });

  it("list published proposals for search engines, at most so many, with the day of their last change", async () => {
    await makeTheme();
    await publishedIdea();
    const { number } = await publishedIdea();
    await db().submission.updateMany({ where: { number }, data: { publishedAt: later(5) } });
    expect(await listSitePages(anonymous, 1)).toEqual({
      themes: [{ slug: "collaboration" }],
      proposals: [{ number, changedOn: "2026-11-24" }],
    });
  });
});

describe("an excerpt", () => {
  it("puts lines together and cuts between characters", () => {
    expect(excerpt("一行目\n\n二行目")).toBe("一行目 二行目");
    const family = "👨‍👩‍👧";
    expect(excerpt(`a${family.repeat(300)}`)).toBe(`a${family.repeat(89)}…`);
    expect(excerpt("あ".repeat(90))).toBe("あ".repeat(90));
    expect(excerpt("短い")).toBe("短い");
  });
});
