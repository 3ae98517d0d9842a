import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
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
import { getProposalPage } from "./get-proposal-page.server.ts";

const page = (number: string, now = testNow) => getProposalPage(anonymous, { number, now, comments: {} }, "ja");

describe("the page of a proposal", () => {
  useDatabase();

  it("shows its text as it was written, and where it belongs", async () => {
    const { questionId } = await makeTheme();
    const { number } = await publishedIdea({
      title: "髙﨑橋の𠮷野側に‮灯り‬を",
      body: "一行目\n\n  二段目 👨‍👩‍👧",
      expectedEffect: "夜も歩ける",
      area: "髙﨑橋",
      displayName: "市民A",
      questionId,
    });
    expect(await page(number)).toMatchObject({
      number,
      kind: "IDEA",
      title: "髙﨑橋の𠮷野側に‮灯り‬を",
      body: "一行目\n\n  二段目 👨‍👩‍👧",
      expectedEffect: "夜も歩ける",
      area: "髙﨑橋",
      author: "市民A",
      organization: null,
      question: "何があるとよいですか",
      theme: { slug: "collaboration", title: "協働の推進", takesComments: true },
      answers: [],
      comments: { items: [] },
    });
  });

  it("finds it under its number however that is typed", async () => {
    await makeTheme();
    const { number } = await publishedIdea();
    expect((await page(`  ${number.toLowerCase().replace("-", "−")}`)).number).toBe(number);
  });

  it.each(["R8-9999", "", "R8", "x".repeat(500), "R8-0001'--"])("is not there for %j", async (number) => {
    await expect(page(number)).rejects.toMatchObject({ code: "NOT_FOUND", messageKey: "notFound" });
  });

  it("names the organization of a partnership", async () => {
    await makeTheme();
    const { id, number } = await submitPartnership(contextOf(), partnershipInput());
    await bringSubmissionTo(id, "PUBLISHED");
    expect(await page(number)).toMatchObject({ kind: "PARTNERSHIP", organization: "例示交通株式会社" });
  });

  it("says who has it, until when, whether that is past, and why", async () => {
    const { deskId } = await makeTheme();
    const { id, number } = await publishedIdea();
    await changeNow(id, {
      handling: "ASSIGNED",
      handlingDeskId: deskId,
      dueOn: "2026-12-08",
      lateReason: "調整に時間がかかっています",
    });
    const promise = {
      desk: { name: "行革担当", section: "行政監理室", phone: "0144-32-6169" },
      dueOn: "2026-12-08",
      isLate: false,
      lateReason: "調整に時間がかかっています",
    };
    expect((await page(number)).promise).toMatchObject(promise);
    // until midnight in Tokyo it is not late
    expect((await page(number, new Date("2026-12-08T14:59:59Z"))).promise?.isLate).toBe(false);
    expect((await page(number, new Date("2026-12-08T15:00:00Z"))).promise?.isLate).toBe(true);
  });

  it("shows published answers, the newest first, with the outcome in the page's language", async () => {
    const { deskId } = await makeTheme();
    await db().outcome.createMany({
      data: [
        {
          key: "under-study",
          position: 1,
          label: { ja: "検討します", easy: "考えます", en: "Under study" },
          meaning: { ja: "検討", easy: "考える", en: "Study" },
        },
        {
          key: "not-ours",
          position: 2,
          label: { ja: "市の担当外", easy: "市ではない", en: "Not ours" },
          meaning: { ja: "他", easy: "ほか", en: "Others" },
        },
      ],
    });
    const { id, number } = await publishedIdea();
    const answer = { submissionId: id, deskId, origin: "SCREEN", draftedByLabel: "担当", draftedAt: testNow } as const;
    await db().answer.createMany({
      data: [
        {
          ...answer,
          id: randomUUID(),
          answerVersion: 1,
          outcomeKey: "under-study",
          body: "はじめの回答",
          state: "SUPERSEDED",
          publishedAt: testNow,
        },
        {
          ...answer,
          id: randomUUID(),
          answerVersion: 2,
          outcomeKey: "not-ours",
          body: "出さなかった案",
          state: "SUPERSEDED",
        },
        {
          ...answer,
          id: randomUUID(),
          answerVersion: 3,
          outcomeKey: "not-ours",
          referral: "北海道",
          body: "次の回答",
          state: "PUBLISHED",
          publishedAt: testNow,
        },
      ],
    });
    await changeNow(id, { handling: "ASSIGNED", handlingDeskId: deskId });
    await changeNow(id, { handling: "DRAFTED" });
    await changeNow(id, { handling: "ANSWERED", outcomeKey: "not-ours" });
    const shown = await page(number);
    expect(shown.answers).toMatchObject([
      {
        version: 3,
        body: "次の回答",
        referral: "北海道",
        desk: "行革担当",
        outcome: { label: "市の担当外", meaning: "他" },
      },
      { version: 1, body: "はじめの回答", referral: null, outcome: { label: "検討します" } },
    ]);
    expect(shown.promise).toBeNull();
    const english = await getProposalPage(anonymous, { number, now: testNow, comments: {} }, "en");
    expect(english.answers[0]?.outcome.label).toBe("Not ours");
  });

  it("tells what everybody may know of its course, in order, and the reason of a delay alone", async () => {
    const { deskId } = await makeTheme();
    const { id, number } = await publishedIdea();
    const minute = (n: number) => new Date(testNow.getTime() + n * 60_000);
    await db().timelineEntry.createMany({
      data: [
        {
          id: randomUUID(),
          submissionId: id,
          at: minute(3),
          event: "EXTENDED",
          audience: "PUBLIC",
          deskId,
          dueOn: new Date("2026-12-20"),
          note: "調整中",
        },
        {
          id: randomUUID(),
          submissionId: id,
          at: minute(2),
          event: "ASSIGNED",
          audience: "PUBLIC",
          deskId,
          dueOn: new Date("2026-12-08"),
        },
        { id: randomUUID(), submissionId: id, at: minute(1), event: "RETURNED", audience: "AUTHOR", note: "直して" },
      ],
    });
    expect((await page(number)).timeline).toMatchObject([
      { event: "RECEIVED", at: testNow.toISOString(), dueOn: null, reason: null },
      { event: "ASSIGNED", desk: "行革担当", dueOn: "2026-12-08", reason: null },
      { event: "EXTENDED", desk: "行革担当", dueOn: "2026-12-20", reason: "調整中" },
    ]);
  });

  it("shows comments as they were written, with stance and replies, oldest first, page by page", async () => {
    await makeTheme();
    const { number } = await publishedIdea();
    const sent: { id: string; number: string }[] = [];
    for (let index = 0; index < 21; index += 1) {
      const comment = await submitComment(
        contextOf(),
        commentInput({ on: { number }, body: `コメント${index}`, stance: index === 0 ? "AGAINST" : null }),
      );
      await bringCommentTo(comment.id, "PUBLISHED", new Date(testNow.getTime() + index * 1_000));
      sent.push(comment);
    }
    const reply = await submitComment(contextOf(), commentInput({ on: { number }, body: "返信", parent: sent[0]?.id }));
    await bringCommentTo(reply.id, "PUBLISHED");
    const { comments } = await page(number);
    expect(comments.items.map((thread) => thread.number)).toEqual(sent.slice(0, 20).map((comment) => comment.number));
    expect(comments.items[0]).toMatchObject({ stance: "AGAINST", replies: [{ number: reply.number, body: "返信" }] });
    expect(comments.previous).toBeNull();
    const request = { number, now: testNow, comments: { after: comments.next ?? "" } };
    const next = (await getProposalPage(anonymous, request, "ja")).comments;
    expect(next.items.map((thread) => thread.body)).toEqual(["コメント20"]);
    expect(next.next).toBeNull();
    const back = { ...request, comments: { before: next.previous ?? "" } };
    expect((await getProposalPage(anonymous, back, "ja")).comments.items).toEqual(comments.items);
  });
});
