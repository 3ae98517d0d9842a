import { beforeEach, describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { publishAnswer } from "#app/domain/handling/commands/publish-answer.server.ts";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { hideItem } from "#app/domain/moderation/commands/hide-item.server.ts";
import { mergeSubmission } from "#app/domain/moderation/commands/merge-submission.server.ts";
import { moveItem } from "#app/domain/moderation/commands/move-item.server.ts";
import { restoreItem } from "#app/domain/moderation/commands/restore-item.server.ts";
import { separateSubmission } from "#app/domain/moderation/commands/separate-submission.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { requeueForgottenNews } from "#app/domain/submission/add-news-job.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db, pool } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeFollow, newsMails, spreadAll } from "#tests/support/factories/follow-rows.ts";
import { makeOutcomes, makeReasons } from "#tests/support/factories/review-rows.ts";
import {
  commentInput,
  confirmedAddress,
  contextOf,
  ideaInput,
  makeTheme,
  staffActor,
  type TestTheme,
  testNow,
} from "#tests/support/submissions.ts";
import { spreadNews } from "./spread-news.server.ts";

useDatabase();

const moderator = staffActor("MODERATOR");
const other = staffActor("MODERATOR");
const as = (actor = moderator, now = testNow) => contextOf(actor, now);
let theme: TestTheme;
beforeEach(async () => {
  theme = await makeTheme();
  await makeOutcomes();
  await makeReasons();
});

const idea = async (changes: Parameters<typeof ideaInput>[0] = {}) => {
  const receipt = await submitIdea(contextOf(), ideaInput({ email: null, ...changes }));
  await db().mail.deleteMany();
  return receipt;
};
const approve = async (type: "submission" | "comment", id: string) =>
  approveItem(as(), { item: { type, id }, version: (await rowOf(type, id)).version });
const hide = async (item: ItemRef) =>
  hideItem(as(), {
    item,
    version: (await rowOf(item.type, item.id)).version,
    reasonCode: "ABUSE",
    explanation: "ほかの人を傷つける言葉があるため。",
  });
const restore = async (item: ItemRef) =>
  restoreItem(as(), {
    item,
    version: (await rowOf(item.type, item.id)).version,
    explanation: "確認の結果、公開を続けることにしました。",
  });
/** Runs the jobs that are queued for news, as the queue would. */
const spreadWaiting = async () => {
  const jobs = await pool().query("DELETE FROM graphile_worker._private_jobs WHERE key LIKE 'news:%' RETURNING key");
  for (const { key } of jobs.rows) await spreadNews(key.slice("news:".length), testNow);
};
const rowOf = (type: "submission" | "comment", id: string) =>
  type === "submission"
    ? db().submission.findUniqueOrThrow({ where: { id } })
    : db().comment.findUniqueOrThrow({ where: { id } });
const published = async (changes: Parameters<typeof ideaInput>[0] = {}) => {
  const receipt = await idea(changes);
  await approve("submission", receipt.id);
  await spreadAll(testNow);
  await db().mail.deleteMany();
  return receipt;
};
const comment = async (number: string, email: string | null = null) => {
  const { id } = await submitComment(contextOf(), commentInput({ on: { number }, email }));
  await approve("comment", id);
  return id;
};
const answer = async (id: string, now = testNow) => {
  const version = async () => (await rowOf("submission", id)).version;
  const desk = await db().desk.findFirstOrThrow();
  await assignSubmission(as(), {
    submissionId: id,
    version: await version(),
    deskId: desk.id,
    dueOn: "2026-12-04",
    instruction: null,
  });
  const { answerId } = await draftAnswer(as(), {
    submissionId: id,
    version: await version(),
    outcomeKey: "adopted",
    referral: null,
    body: `来年度から行います。${now.getTime()}`,
  });
  await publishAnswer(as(other, now), { submissionId: id, version: await version(), answerId });
};

describe("news of a publication", () => {
  it("goes to whoever follows the theme, or a search that finds it, and to nobody else", async () => {
    await makeFollow("theme@example.com", { theme: "collaboration" });
    await makeFollow("words@example.com", { search: "q=回覧" });
    await makeFollow("all@example.com", { search: "" });
    await makeFollow("filter@example.com", { search: "kind=idea&theme=collaboration" });
    await makeFollow("elsewhere@example.com", { search: "q=除雪" });
    await makeFollow("companies@example.com", { search: "kind=partnership" });
    const { id } = await idea({ title: "町内会の回覧", body: "電子でも読めるように。" });
    await spreadAll(testNow);
    expect(await newsMails()).toEqual([]);
    await approve("submission", id);
    await spreadAll(testNow);
    expect(await newsMails()).toEqual(
      ["all", "filter", "theme", "words"].map((name) => `${name}@example.com PROPOSAL`),
    );
  });

  it("goes to one address once, at the pace of its fastest follow", async () => {
    await makeFollow("reader@example.com", { theme: "collaboration" }, { pace: "WEEKLY" });
    const { followId } = await makeFollow("reader@example.com", { search: "" }, { pace: "AT_ONCE" });
    await approve("submission", (await idea()).id);
    await spreadAll(testNow);
    expect(await newsMails()).toEqual(["reader@example.com PROPOSAL"]);
    expect(await db().followNotice.findMany()).toMatchObject([{ followId }]);
  });

  it("is not told to whoever follows only since then", async () => {
    const { id } = await idea();
    await approve("submission", id);
    await makeFollow("late@example.com", { theme: "collaboration" }, { at: new Date(testNow.getTime() + 1) });
    await spreadAll(testNow);
    expect(await newsMails()).toEqual([]);
  });

  it("is told to nobody when it is not public any more", async () => {
    await makeFollow("theme@example.com", { theme: "collaboration" });
    const { id } = await idea();
    await approve("submission", id);
    await db().submission.update({ where: { id }, data: { review: "WITHDRAWN" } });
    await spreadAll(testNow);
    expect(await db().followNotice.count()).toBe(0);
    expect(await db().timelineEntry.count({ where: { newsWaits: true } })).toBe(0);
  });

  it.each(["submission", "comment"] as const)(
    "waits while a moderator has hidden the %s before anybody was told, and is told once when it is restored",
    async (hidden) => {
      const { id, number } = await published();
      await makeFollow("reader@example.com", { proposal: number });
      const commentId = await comment(number);
      const item = { type: hidden, id: hidden === "comment" ? commentId : id };
      await hide(item);
      await spreadWaiting();
      expect(await newsMails()).toEqual([]);
      expect(await requeueForgottenNews(testNow)).toBe(0);

      await restore(item);
      await makeFollow("late@example.com", { proposal: number }, { at: new Date(testNow.getTime() + 1) });
      expect(await requeueForgottenNews(testNow)).toBe(1);
      await spreadWaiting();
      expect(await newsMails()).toEqual(["reader@example.com COMMENT"]);
      expect(await db().timelineEntry.count({ where: { newsWaits: true } })).toBe(0);
    },
  );

  it("is not told to the rest when it was hidden after some were told, so that nobody can be told twice", async () => {
    await makeFollow("reader@example.com", { theme: "collaboration" });
    const { id } = await idea();
    await approve("submission", id);
    await spreadWaiting();
    // as between two parts of many followers
    await db().timelineEntry.updateMany({ where: { event: "PUBLISHED" }, data: { newsWaits: true } });
    expect(await requeueForgottenNews(testNow)).toBe(1);
    await hide({ type: "submission", id });
    await spreadWaiting();
    await restore({ type: "submission", id });
    expect(await requeueForgottenNews(testNow)).toBe(0);
    expect(await newsMails()).toEqual(["reader@example.com PROPOSAL"]);
  });

  it("gets no second mail to an author, who has a mail of their own", async () => {
    await confirmedAddress("author@example.com");
    await confirmedAddress("writer@example.com");
    const { id, number } = await published({ email: "author@example.com" });
    for (const name of ["author", "writer", "reader"]) await makeFollow(`${name}@example.com`, { proposal: number });
    await comment(number, "writer@example.com");
    await answer(id);
    await spreadAll(testNow);
    const mails = await db().mail.findMany({ where: { template: { not: "assigned" } } });
    const to = (address: string) =>
      mails
        .filter(({ recipient }) => recipient === address)
        .map(({ template }) => template)
        .sort();
    expect(to("author@example.com")).toEqual(["answered", "commented"]);
    expect(to("writer@example.com")).toEqual(["follow-news", "published", "receipt"]);
    expect(await newsMails()).toEqual([
      "reader@example.com ANSWER",
      "reader@example.com COMMENT",
      "writer@example.com ANSWER",
    ]);
  });
});

describe("news of a proposal", () => {
  it("tells each version of an answer, and which one changes another", async () => {
    const { id, number } = await published();
    await makeFollow("reader@example.com", { proposal: number });
    await answer(id);
    await answer(id, new Date(testNow.getTime() + 60_000));
    await spreadAll(testNow);
    expect(await newsMails()).toEqual(["reader@example.com ANSWER", "reader@example.com ANSWER_AGAIN"]);
  });

  it("follows it into another theme", async () => {
    const { id, number } = await published();
    const elsewhere = await makeTheme({ slug: "ict" });
    await makeFollow("reader@example.com", { proposal: number });
    await makeFollow("old@example.com", { theme: "collaboration" });
    await makeFollow("new@example.com", { theme: "ict" });
    await moveItem(as(), {
      item: { type: "submission", id },
      version: (await rowOf("submission", id)).version,
      themeId: elsewhere.id,
      explanation: "窓口のことのため。",
    });
    await answer(id);
    await spreadAll(testNow);
    expect(await newsMails()).toEqual([
      "new@example.com ANSWER",
      "reader@example.com ANSWER",
      "reader@example.com MOVED",
    ]);
  });

  it("goes on with the proposal it is merged into, and comes back when that is undone", async () => {
    const one = await published();
    const into = await published();
    await makeFollow("reader@example.com", { proposal: one.number });
    const versions = async () => ({
      version: (await rowOf("submission", one.id)).version,
      intoVersion: (await rowOf("submission", into.id)).version,
    });
    await mergeSubmission(as(), {
      submissionId: one.id,
      into: into.number,
      explanation: "同じ内容です。",
      ...(await versions()),
    });
    await comment(into.number);
    await spreadAll(testNow);
    expect(await newsMails()).toEqual(["reader@example.com COMMENT", "reader@example.com JOINED"]);
    await db().mail.deleteMany();

    await separateSubmission(as(), {
      submissionId: one.id,
      explanation: "別の内容です。",
      version: (await versions()).version,
    });
    await comment(into.number);
    await spreadAll(testNow);
    expect(await newsMails()).toEqual(["reader@example.com SEPARATED"]);
  });
});

describe("telling many", () => {
  const many = 500;
  async function crowd(themeId: string) {
    const ids = Array.from({ length: many }, () => crypto.randomUUID());
    const at = new Date(testNow.getTime() - 1_000);
    await db().emailAddress.createMany({
      data: ids.map((id, n) => ({ id, address: `p${n}@example.com`, createdAt: at })),
    });
    await db().follower.createMany({
      data: ids.map((id) => ({ id, emailAddressId: id, tokenHash: id, locale: "ja", createdAt: at })),
    });
    await db().follow.createMany({
      data: ids.map((id) => ({ id, followerId: id, themeId, pace: "AT_ONCE", createdAt: at })),
    });
  }

  it("is done in parts, and loses and doubles nothing when it breaks off or runs twice", async () => {
    await crowd(theme.id);
    await approve("submission", (await idea()).id);
    const { id } = await db().timelineEntry.findFirstOrThrow({ where: { newsWaits: true } });

    expect(await spreadNews(id, testNow)).toBe("more");
    // the next part follows as fast as the mails of this one leave
    const [next] = (await pool().query("SELECT run_at FROM graphile_worker.jobs WHERE key LIKE 'news:%'")).rows;
    expect(next.run_at).toEqual(new Date(testNow.getTime() + 10_000));
    const part = await db().mail.count({ where: { template: "follow-news" } });
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(many);

    // as after kill -9: the transaction under way is rolled back, and the job is held by a process that ended
    await pool().query(
      "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-that-ended' WHERE key LIKE 'news:%'",
    );
    expect(await requeueForgottenNews(testNow)).toBe(1);
    await Promise.all([spreadNews(id, testNow), spreadNews(id, testNow)]);
    await spreadAll(testNow);

    const mails = await db().mail.findMany({
      where: { template: "follow-news" },
      select: { id: true, recipient: true },
    });
    expect(mails).toHaveLength(many);
    expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(many);
    expect(await db().followNotice.count({ where: { mailId: { not: null } } })).toBe(many);
    const jobs = await pool().query(
      "SELECT count(*)::int AS n, min(priority) AS p, count(DISTINCT run_at)::int AS moments, max(run_at) - min(run_at) >= interval '24 seconds' AS spread FROM graphile_worker.jobs WHERE key = ANY($1)",
      [mails.map((mail) => mail.id)],
    );
    expect(jobs.rows[0]).toEqual({ n: many, p: 20, moments: many, spread: true });
    expect(await requeueForgottenNews(testNow)).toBe(0);
  });
});
