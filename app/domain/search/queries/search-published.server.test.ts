import { describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { mostResults, readSearch } from "#app/domain/shared/search-query.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  bringCommentTo,
  commentInput,
  contextOf,
  makeTheme,
  publishedIdea,
  testNow,
} from "#tests/support/submissions.ts";
import { searchPublished } from "./search-published.server.ts";

const search = async (typed: string) => {
  const query = readSearch(typed);
  if (!query) throw new Error(`nothing to look for in ${typed}`);
  return searchPublished(anonymous, query, "ja");
};

const titles = async (typed: string) =>
  (await search(typed)).proposals.map(({ title }) => title.map((part) => part.text).join(""));

describe("searching what is published", () => {
  useDatabase();

  it.each([
    ["公園", "中央公園のベンチ"],
    ["ICT", "ＩＣＴの窓口"],
    ["ｉｃｔ", "ICTの窓口"],
    ["ポイント", "ﾎﾟｲﾝﾄをためる"],
    ["ﾎﾟｲﾝﾄ", "ポイントをためる"],
    ["髙﨑", "高崎さんの家の前"],
    ["高崎", "髙﨑さんの家の前"],
    ["雪", "雪かきを手伝う"],
    ["𠮷", "𠮷野家の前の横断歩道"],
    ["窓口 待ち", "待ち時間が長い窓口"],
  ])("finds %s in 「%s」", async (typed, title) => {
    await makeTheme();
    await publishedIdea({ title });
    await publishedIdea({ title: "まったく別のこと", body: "関わりのない文" });
    expect(await titles(typed)).toEqual([title]);
  });

  it("wants all of several words, in whichever part of the text", async () => {
    await makeTheme();
    await publishedIdea({ title: "公園の話", body: "ベンチを増やす" });
    await publishedIdea({ title: "公園の木", body: "枝を切る" });
    expect(await titles("公園 ベンチ")).toEqual(["公園の話"]);
  });

  it("takes %, _ and the backslash as themselves", async () => {
    await makeTheme();
    await publishedIdea({ title: "利用率100%を目指す" });
    await publishedIdea({ title: "利用率1000を目指す" });
    await publishedIdea({ title: "file_name の話" });
    await publishedIdea({ title: "fileXname の話" });
    await publishedIdea({ title: "C:\\temp の話" });
    expect(await titles("100%")).toEqual(["利用率100%を目指す"]);
    expect(await titles("%")).toEqual(["利用率100%を目指す"]);
    expect(await titles("file_name")).toEqual(["file_name の話"]);
    expect(await titles("_")).toEqual(["file_name の話"]);
    expect(await titles("\\")).toEqual(["C:\\temp の話"]);
  });

  it("takes SQL as words", async () => {
    await makeTheme();
    await publishedIdea();
    expect(await titles(`'); DROP TABLE "Submission"; --`)).toEqual([]);
    expect(await db().submission.count()).toBe(1);
  });

  it("finds a receipt number as somebody types it", async () => {
    await makeTheme();
    const { number } = await publishedIdea({ title: "番号で見つかる" });
    expect(await titles(number.toLowerCase().replace("-", "ー"))).toEqual(["番号で見つかる"]);
  });

  it("finds comments and says what they are on", async () => {
    await makeTheme();
    const { number } = await publishedIdea({ title: "除雪の順番" });
    const onProposal = await submitComment(contextOf(), commentInput({ on: { number }, body: "融雪剤も考えて" }));
    const onTheme = await submitComment(contextOf(), commentInput({ body: "融雪の溝がほしい" }));
    await bringCommentTo(onProposal.id, "PUBLISHED");
    await bringCommentTo(onTheme.id, "PUBLISHED", new Date(testNow.getTime() + 1_000));
    const { comments } = await search("融雪");
    expect(comments).toMatchObject([
      { number: onTheme.number, on: { theme: { slug: "collaboration" } } },
      { number: onProposal.number, on: { proposal: { number, title: "除雪の順番" } } },
    ]);
  });

  it("finds no comment on a proposal that is hidden again", async () => {
    await makeTheme();
    const proposal = await publishedIdea();
    const comment = await submitComment(contextOf(), commentInput({ on: { number: proposal.number }, body: "融雪剤" }));
    await bringCommentTo(comment.id, "PUBLISHED");
    expect((await search("融雪剤")).comments).toHaveLength(1);
    await db().submission.update({ where: { id: proposal.id }, data: { review: "HIDDEN" } });
    expect((await search("融雪剤")).comments).toEqual([]);
  });

  it("finds themes and desks, and no desk that is closed", async () => {
    const theme = await makeTheme();
    expect((await search("協働")).themes).toMatchObject([{ slug: "collaboration", title: "協働の推進" }]);
    expect((await search("行革")).desks).toMatchObject([{ phone: "0144-32-6169" }]);
    expect((await search("0144-32-6169")).desks).toHaveLength(1);
    await db().desk.update({ where: { id: theme.deskId }, data: { isActive: false } });
    expect((await search("行革")).desks).toEqual([]);
  });

  it("shows at most so many, the newest, and says that there is more", async () => {
    await makeTheme();
    const first = await publishedIdea({ title: "公園 0" });
    const row = await db().submission.findUniqueOrThrow({ where: { id: first.id }, omit: { queuePlace: true } });
    await db().submission.createMany({
      data: Array.from({ length: mostResults }, (_, index) => ({
        ...row,
        id: crypto.randomUUID(),
        number: `R8-${5000 + index}`,
        title: `公園 ${index + 1}`,
        trackingKeyHash: `tracking-${index}`,
        idempotencyHash: `idempotency-${index}`,
        publishedAt: new Date(testNow.getTime() + (index + 1) * 1_000),
      })),
    });
    const { proposals, more } = await search("公園");
    expect(proposals).toHaveLength(mostResults);
    expect(proposals[0]?.number).toBe(`R8-${5000 + mostResults - 1}`);
    expect(proposals.map(({ number }) => number)).not.toContain(first.number);
    expect(more).toEqual({ proposals: true, comments: false });
  });
});
