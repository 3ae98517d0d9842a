import { describe, expect, it } from "vitest";
import { redactItem } from "#app/domain/moderation/commands/redact-item.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as, makeDesk, makeSubmission, staff } from "#tests/support/factories/review-rows.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { askAuthor } from "./ask-author.server.ts";
import { assignSubmission } from "./assign-submission.server.ts";
import { draftAnswer } from "./draft-answer.server.ts";
import { remindDesk } from "./remind-desk.server.ts";

useDatabase();

const clock: Actor = { kind: "system", name: "期限の時計" };
/** A morning in Tokyo. */
const on = (day: string, time = "08:30") => as(clock, new Date(`${day}T${time}:00+09:00`));

const mails = () =>
  db().mail.findMany({ orderBy: { createdAt: "asc" }, select: { template: true, recipient: true, params: true } });
const templates = async () => (await mails()).map(({ template }) => template).toSorted();

async function also(deskId: string, dueOn: string, overrides: Parameters<typeof makeSubmission>[0] = {}) {
  const submission = await makeSubmission({ review: "PUBLISHED", ...overrides });
  await assignSubmission(as(staff("MODERATOR")), {
    submissionId: submission.id,
    version: 1,
    deskId,
    dueOn,
    instruction: null,
  });
  await db().mail.deleteMany();
  return submission;
}

describe("the morning of a desk", () => {
  it("lists what waits by the day it is due, with the office's extension, and is told in the log", async () => {
    const { number, desk } = await assigned();
    const sooner = await also(desk.id, "2026-11-30");
    await db().setting.create({ data: { key: "moderatorExtension", value: "2345", updatedAt: new Date() } });
    expect(await remindDesk(on("2026-11-26"), { deskId: desk.id })).toBe(true);
    expect(await mails()).toMatchObject([
      {
        template: "desk-digest",
        recipient: desk.mailbox,
        params: {
          day: "2026-11-26",
          items: [
            { number: sooner.number, dueOn: "2026-11-30", daysLeft: 2 },
            { number, dueOn: "2026-12-04", daysLeft: 6 },
          ],
          more: 0,
          extension: "2345",
        },
      },
    ]);
    expect(await newAudit()).toMatchObject([
      { action: "remind-desk", subjectId: desk.id, detail: { mailed: true, listed: 2, reminded: [], officeTold: [] } },
    ]);
  });

  it("is dealt with once a day, also by two workers at once", async () => {
    const { desk } = await assigned();
    const runs = await Promise.all([1, 2, 3].map(() => remindDesk(on("2026-11-26"), { deskId: desk.id })));
    expect(runs.toSorted()).toEqual([false, false, true]);
    expect(await remindDesk(on("2026-11-26", "17:00"), { deskId: desk.id })).toBe(false);
    expect(await templates()).toEqual(["desk-digest"]);
    expect(await remindDesk(on("2026-11-27"), { deskId: desk.id })).toBe(true);
    expect(await templates()).toEqual(["desk-digest", "desk-digest"]);
  });

  it("says nothing before its hour, on a closed day, and when nothing waits", async () => {
    const { desk, otherDesk } = await assigned();
    expect(await remindDesk(on("2026-11-26", "07:59"), { deskId: desk.id })).toBe(false);
    expect(await remindDesk(on("2026-11-28"), { deskId: desk.id })).toBe(false);
    expect(await remindDesk(on("2026-11-26"), { deskId: otherDesk.id })).toBe(true);
    expect(await mails()).toEqual([]);
    expect(await newAudit()).toEqual([]);
  });

  it("leaves out what waits for its author, for the office or for nobody any more, and samples", async () => {
    const { id, desk, officer } = await assigned();
    await askAuthor(as(officer), { submissionId: id, version: 2, question: "どこですか。" });
    const drafted = await also(desk.id, "2026-12-02");
    await draftAnswer(as(officer), {
      submissionId: drafted.id,
      version: 2,
      outcomeKey: "adopted",
      referral: null,
      body: "案",
    });
    const withdrawn = await also(desk.id, "2026-12-02");
    await withdrawSubmission(as({ kind: "author", of: "submission", id: withdrawn.id }), { version: 2 });
    await also(desk.id, "2026-12-02", { isSample: true });
    await db().mail.deleteMany();
    await remindDesk(on("2026-11-26"), { deskId: desk.id });
    expect(await mails()).toEqual([]);
  });

  it("lists no more than fifty and says how many there are besides", async () => {
    const { desk } = await assigned();
    const [turn] = await db().assignment.findMany();
    for (let n = 0; n < 52; n += 1) {
      const submission = await makeSubmission({ review: "PUBLISHED", handling: "ASSIGNED", handlingDeskId: desk.id });
      await db().assignment.create({
        data: {
          id: submission.id,
          submissionId: submission.id,
          deskId: desk.id,
          dueOn: new Date("2026-12-10T00:00:00Z"),
          assignedAt: turn?.assignedAt ?? new Date(),
        },
      });
    }
    await remindDesk(on("2026-11-26"), { deskId: desk.id });
    expect((await mails()).map(({ params }) => params)).toMatchObject([{ more: 3, items: { length: 50 } }]);
  });

  it("goes to nobody where the desk has no mailbox, and is for the platform alone to send", async () => {
    const { desk, moderator } = await assigned();
    await db().desk.update({ where: { id: desk.id }, data: { mailbox: null } });
    await remindDesk(on("2026-12-03"), { deskId: desk.id });
    expect(await mails()).toEqual([]);
    await expect(remindDesk(as(moderator), { deskId: desk.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("no longer shows personal data that was hidden since", async () => {
    const { id, desk, moderator } = await assigned({ title: "山田太郎さんの道" });
    const other = await also(desk.id, "2026-12-07", { title: "山田太郎さんの川" });
    await remindDesk(on("2026-11-26"), { deskId: desk.id });
    await redactItem(as(moderator), {
      item: { type: "submission", id },
      version: 2,
      ranges: [],
      words: { text: "山田太郎", label: "NAME" },
    });
    const { params } = await db().mail.findFirstOrThrow({ where: { template: "desk-digest" } });
    const { items } = params as { items: { submissionId: string; title: string }[] };
    expect(items.find(({ submissionId }) => submissionId === id)?.title).not.toContain("山田太郎");
    expect(items.find(({ submissionId }) => submissionId === other.id)?.title).toBe("山田太郎さんの川");
  });
});

describe("a reminder of one item", () => {
  it("comes before it is due, in the thread of the item, with a link that works", async () => {
    const { id, number, desk, link } = await assigned();
    await remindDesk(on("2026-12-01"), { deskId: desk.id });
    const [reminder] = await db().mail.findMany({ where: { template: "reminded" } });
    expect(reminder).toMatchObject({
      recipient: desk.mailbox,
      submissionId: id,
      threadKey: number,
      params: { number, dueOn: "2026-12-04", daysLeft: 3, answerLinkId: link.linkId },
    });
  });

  it("comes when it is late, and asks for the reason", async () => {
    const { desk } = await assigned();
    await remindDesk(on("2026-12-07"), { deskId: desk.id });
    const [reminder] = await db().mail.findMany({ where: { template: "reminded" } });
    expect(reminder).toMatchObject({ subjectLine: expect.stringContaining("期限を過ぎています") });
    expect(reminder?.params).toMatchObject({ daysLeft: -1 });
  });

  it("does not leave any more once its author withdrew", async () => {
    const { id, desk } = await assigned();
    await remindDesk(on("2026-12-01"), { deskId: desk.id });
    await withdrawSubmission(as({ kind: "author", of: "submission", id }), { version: 2 });
    expect(await db().mail.findMany({ where: { template: "reminded" } })).toMatchObject([{ state: "CANCELLED" }]);
  });
});

describe("an item that is late for days", () => {
  it("is told to the desk that takes what nobody else takes, once for each promise", async () => {
    const { number, desk } = await assigned();
    const office = await makeDesk({ name: "総合", mailbox: "office@tomakomai.example" });
    await db().desk.update({ where: { id: office.id }, data: { isFallback: true } });
    for (const day of ["2026-12-08", "2026-12-09", "2026-12-10"]) await remindDesk(on(day), { deskId: desk.id });
    const told = await db().mail.findMany({ where: { template: "overdue" } });
    expect(told).toMatchObject([
      {
        recipient: "office@tomakomai.example",
        recipientKind: "DESK",
        params: { number, daysLeft: -3, isDrafted: false },
      },
    ]);
  });

  it("is told to each moderator where the office itself is late, also of a draft that waits for approval", async () => {
    const { id, desk, officer } = await assigned();
    await db().desk.update({ where: { id: desk.id }, data: { isFallback: true } });
    const account = await makeAccount({ role: "MODERATOR" });
    await makeAccount({ role: "MODERATOR", isActive: false });
    await makeAccount({ role: "OFFICER", deskIds: [desk.id] });
    await draftAnswer(as(officer), {
      submissionId: id,
      version: 2,
      outcomeKey: "adopted",
      referral: null,
      body: "案",
    });
    await remindDesk(on("2026-12-09"), { deskId: desk.id });
    expect(await mails()).toMatchObject([
      { template: "overdue", recipient: account.email, params: { isDrafted: true, daysLeft: -3 } },
    ]);
  });
});
