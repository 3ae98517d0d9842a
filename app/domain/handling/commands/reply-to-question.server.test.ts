import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as, makeSubmission, noon, staff } from "#tests/support/factories/review-rows.ts";
import { sendHeldRequests } from "../send-held-requests.server.ts";
import { askAuthor } from "./ask-author.server.ts";
import { markNotOurs } from "./mark-not-ours.server.ts";
import { replyToQuestion } from "./reply-to-question.server.ts";

useDatabase();

async function asked() {
  const people = await assigned();
  const { questionId } = await askAuthor(as(people.officer), {
    submissionId: people.id,
    version: 2,
    question: "どの地域のことですか。",
  });
  await db().timelineEntry.deleteMany();
  const author: Actor = { kind: "author", of: "submission", id: people.id };
  return { ...people, author, input: { questionId, reply: "沼ノ端です。" } };
}

describe("the author's reply", () => {
  it("reaches the desk by mail with a working link, and the submission no longer waits", async () => {
    const { id, desk, link, author, input } = await asked();
    await replyToQuestion(as(author), input);
    expect(await db().authorQuestion.findMany()).toMatchObject([{ reply: "沼ノ端です。" }]);
    expect((await db().submission.findUniqueOrThrow({ where: { id } })).waitsForAuthor).toBe(false);
    expect(await db().timelineEntry.findMany()).toMatchObject([{ event: "REPLIED", audience: "AUTHOR" }]);
    const mails = await db().mail.findMany();
    expect(mails).toMatchObject([{ template: "replied", recipient: desk.mailbox, recipientKind: "DESK" }]);
    expect(mails[0]?.params).toMatchObject({
      question: "どの地域のことですか。",
      reply: "沼ノ端です。",
      answerLinkId: link.linkId,
      dueOn: "2026-12-04",
    });
    expect((await newAudit()).map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ["ask-author", "staff"],
      ["reply-to-question", "author"],
    ]);
  });

  it("brings a new link when the one before expired", async () => {
    const { link, author, input } = await asked();
    await db().answerLink.update({ where: { id: link.linkId }, data: { expiresAt: new Date("2026-11-24T00:00:00Z") } });
    await replyToQuestion(as(author), input);
    const { params } = await db().mail.findFirstOrThrow();
    expect((params as { answerLinkId: string }).answerLinkId).not.toBe(link.linkId);
  });

  it("waits with the request where the mailbox may not get it, and leaves with it", async () => {
    const { desk, author, input } = await asked();
    await db().desk.update({ where: { id: desk.id }, data: { mailboxHeldAt: noon } });
    await replyToQuestion(as(author), input);
    expect(await db().mail.count()).toBe(0);
    expect(await sendHeldRequests(noon)).toBe(0);
    await db().desk.update({ where: { id: desk.id }, data: { mailboxHeldAt: null } });
    expect(await sendHeldRequests(noon)).toBe(1);
    const mails = await db().mail.findMany({ orderBy: { template: "asc" } });
    expect(mails).toMatchObject([
      { template: "assigned", recipient: desk.mailbox },
      { template: "replied", recipient: desk.mailbox, params: expect.objectContaining({ reply: "沼ノ端です。" }) },
    ]);
  });

  it("is kept when no desk has the submission any more", async () => {
    const { id, officer, author, input } = await asked();
    await markNotOurs(as(officer), { submissionId: id, version: 3, reason: "ちがいます" });
    await replyToQuestion(as(author), input);
    expect(await db().authorQuestion.findMany()).toMatchObject([{ reply: "沼ノ端です。" }]);
    expect(await db().mail.count()).toBe(0);
  });

  it("lets the desk's days count again from where they stopped, and tells everybody the new day", async () => {
    const { id, author, input } = await asked();
    await replyToQuestion(as(author, new Date("2026-12-10T03:00:00Z")), input);
    const dueOn = new Date("2026-12-22T00:00:00Z");
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ dueOn });
    expect(await db().assignment.findMany()).toMatchObject([{ dueOn, pausedDays: null }]);
    expect(await db().timelineEntry.findMany()).toMatchObject([{ event: "REPLIED", dueOn }]);
    expect((await db().mail.findFirstOrThrow()).params).toMatchObject({ dueOn: "2026-12-22" });
    expect((await newAudit()).at(-1)?.detail).toMatchObject({ dueOn: "2026-12-22" });
  });

  it("keeps waiting while another question is open", async () => {
    const { id, officer, author, input } = await asked();
    await askAuthor(as(officer), { submissionId: id, version: 3, question: "いつからですか。" });
    await replyToQuestion(as(author), input);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      waitsForAuthor: true,
      dueOn: null,
    });
  });

  it("is given once", async () => {
    const { author, input } = await asked();
    await replyToQuestion(as(author), input);
    await expect(replyToQuestion(as(author), { ...input, reply: "やはり錦岡です。" })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "alreadyReplied",
    });
    expect(await db().authorQuestion.findMany()).toMatchObject([{ reply: "沼ノ端です。" }]);
  });

  it("comes from nobody but the author, and not after withdrawing", async () => {
    const { id, author, officer, link, input } = await asked();
    const stranger: Actor = { kind: "author", of: "submission", id: (await makeSubmission()).id };
    for (const actor of [stranger, officer, link, staff("ADMIN"), { kind: "anonymous" } as const]) {
      await expect(replyToQuestion(as(actor), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await db().submission.update({ where: { id }, data: { review: "WITHDRAWN" } });
    await expect(replyToQuestion(as(author), input)).rejects.toMatchObject({ messageKey: "notPossibleNow" });
  });
});
