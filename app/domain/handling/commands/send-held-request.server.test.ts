import { describe, expect, it } from "vitest";
import { acknowledgeMailbox } from "#app/domain/directory/commands/acknowledge-mailbox.server.ts";
import { saveDesk } from "#app/domain/directory/commands/save-desk.server.ts";
import { testMailbox } from "#app/domain/directory/commands/test-mailbox.server.ts";
import { mailboxToken } from "#app/domain/directory/mailbox-test.server.ts";
import { listQueue } from "#app/domain/moderation/queries/list-queue.server.ts";
import { queueFilterSchema } from "#app/domain/moderation/queue.ts";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, makeSubmission, noon, staff, words } from "#tests/support/factories/review-rows.ts";
import { getHandling } from "../queries/get-handling.server.ts";
import { sendHeldRequests } from "../send-held-requests.server.ts";
import { askAuthor } from "./ask-author.server.ts";
import { assignSubmission } from "./assign-submission.server.ts";
import { remindDesk } from "./remind-desk.server.ts";
import { replyToQuestion } from "./reply-to-question.server.ts";
import { sendHeldRequest } from "./send-held-request.server.ts";

useDatabase();

const moderator = staff("MODERATOR");
const clock: Actor = { kind: "system", name: "期限の時計" };
const at = (day: string) => new Date(`${day}T09:00:00+09:00`);

async function held() {
  const office = await makeDesk({ name: "総合", mailbox: "office@tomakomai.example" });
  await db().desk.update({ where: { id: office.id }, data: { isFallback: true } });
  const desk = await makeDesk({ name: "新しい担当", mailbox: "new@tomakomai.example" });
  await db().desk.update({ where: { id: desk.id }, data: { mailboxChangedAt: noon } });
  const submission = await makeSubmission({ review: "PUBLISHED" });
  await assignSubmission(as(moderator), {
    submissionId: submission.id,
    version: 1,
    deskId: desk.id,
    dueOn: "2026-12-04",
    instruction: "お願いします",
  });
  const { id: assignmentId } = await db().assignment.findFirstOrThrow();
  return { ...submission, desk, office, assignmentId };
}

/** A request on its way to a mailbox that worked, so far as anybody knew. */
async function onItsWay() {
  const { desk, ...rows } = await held();
  await db().desk.update({ where: { id: desk.id }, data: { mailboxVerifiedAt: noon } });
  expect(await sendHeldRequests(noon)).toBe(1);
  const { sectionId, phone, position, version } = await db().desk.findUniqueOrThrow({ where: { id: desk.id } });
  const correct = (mailbox: string | null) =>
    saveDesk(
      as(moderator),
      { id: desk.id, version },
      {
        sectionId,
        name: words("担当"),
        duty: words(""),
        hours: words(""),
        phone,
        mailbox,
        position,
        validFrom: null,
        validUntil: null,
        successorId: null,
      },
    );
  return { ...rows, desk, correct };
}

const mails = () => db().mail.findMany({ where: { template: { not: "mailbox-test" } } });

describe("a request to a desk whose mailbox nobody has acknowledged", () => {
  it("is not mailed, and waits where moderators see it", async () => {
    const { id, number } = await held();
    expect(await mails()).toEqual([]);
    const filter = queueFilterSchema.parse({ view: "mail" });
    const { page } = await listQueue(moderator, filter, { locale: "ja", now: noon, size: 50, after: null });
    expect(page.items.map((item) => item.number)).toEqual([number]);
    const { assignment } = await getHandling(moderator, id, { locale: "ja", now: noon });
    expect(assignment).toMatchObject({ isHeld: true });
  });

  it("gets no reminder nor list either, because they carry people's words", async () => {
    const { desk } = await held();
    await remindDesk(as(clock, at("2026-12-01")), { deskId: desk.id });
    expect(await mails()).toEqual([]);
  });

  it("leaves once somebody acknowledged it, once, with everything", async () => {
    const { id, number, desk, assignmentId } = await held();
    expect(await sendHeldRequests(noon)).toBe(0);
    await testMailbox(as(moderator), { id: desk.id, version: 1 });
    const { mailboxTestId } = await db().desk.findUniqueOrThrow({ where: { id: desk.id } });
    await acknowledgeMailbox(as(anonymous), { token: mailboxToken(mailboxTestId ?? "") });
    const runs = await Promise.all([1, 2].map(() => sendHeldRequest(as(clock), { assignmentId })));
    expect(runs.toSorted()).toEqual(["desk", null].toSorted());
    expect(await sendHeldRequests(noon)).toBe(0);
    expect(await mails()).toMatchObject([
      {
        template: "assigned",
        recipient: "new@tomakomai.example",
        submissionId: id,
        params: { number, dueOn: "2026-12-04", instruction: "お願いします" },
      },
    ]);
    const audit = await db().auditEntry.findMany({ where: { action: "send-held-request" } });
    expect(audit).toMatchObject([{ subjectId: id, detail: { deskId: desk.id, sentTo: "desk" } }]);
  });

  it("goes to the desk that takes what nobody else takes after the days the city waits", async () => {
    const { assignmentId } = await held();
    expect(await sendHeldRequest(as(clock, at("2026-11-24")), { assignmentId })).toBeNull();
    expect(await sendHeldRequest(as(clock, at("2026-11-25")), { assignmentId })).toBe("fallback");
    expect(await mails()).toMatchObject([{ template: "assigned", recipient: "office@tomakomai.example" }]);
  });

  it("waits while the desk is not in office, and goes to its successor, else to the general desk", async () => {
    const { desk, assignmentId } = await held();
    const successor = await makeDesk({ mailbox: "successor@tomakomai.example" });
    const change = (data: object) => db().desk.update({ where: { id: desk.id }, data });
    await change({ mailboxChangedAt: null, validUntil: new Date("2026-11-24"), successorId: successor.id });
    await remindDesk(as(clock, at("2026-12-01")), { deskId: desk.id });
    expect(await mails()).toEqual([]);
    expect(await sendHeldRequest(as(clock, at("2026-11-25")), { assignmentId })).toBe("successor");
    await db().assignment.update({ where: { id: assignmentId }, data: { heldSince: noon } });
    await db().desk.update({ where: { id: successor.id }, data: { mailboxChangedAt: noon } });
    expect(await sendHeldRequest(as(clock, at("2026-11-26")), { assignmentId })).toBe("fallback");
    expect((await mails()).map(({ recipient }) => recipient).toSorted()).toEqual([
      "office@tomakomai.example",
      "successor@tomakomai.example",
    ]);
  });

  it("leaves on the last day of the desk, which is one of its days", async () => {
    const { desk, assignmentId } = await held();
    await db().desk.update({
      where: { id: desk.id },
      data: { mailboxChangedAt: null, validUntil: new Date("2026-11-24") },
    });
    expect(await sendHeldRequest(as(clock, at("2026-11-24")), { assignmentId })).toBe("desk");
  });

  it("goes nowhere when the other one is not acknowledged either, or the item was taken off the table", async () => {
    const { id, office, assignmentId } = await held();
    await db().desk.update({ where: { id: office.id }, data: { mailboxChangedAt: noon } });
    expect(await sendHeldRequest(as(clock, at("2026-12-08")), { assignmentId })).toBeNull();
    await db().desk.update({ where: { id: office.id }, data: { mailboxChangedAt: null } });
    await db().submission.update({ where: { id }, data: { review: "WITHDRAWN" } });
    expect(await sendHeldRequest(as(clock, at("2026-12-08")), { assignmentId })).toBeNull();
    expect(await mails()).toEqual([]);
  });

  it("is for the platform alone to send", async () => {
    const { assignmentId } = await held();
    await expect(sendHeldRequest(as(moderator), { assignmentId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a request on its way to a mailbox that is put right meanwhile", () => {
  it.each(["QUEUED", "FAILED"] as const)(
    "goes to the new one once that is acknowledged, if it is %s, and to the old one no more",
    async (state) => {
      const { desk, correct } = await onItsWay();
      await db().mail.updateMany({ where: { template: "assigned" }, data: { state } });
      await correct("right@tomakomai.example");
      expect(await sendHeldRequests(noon)).toBe(0);
      await db().desk.update({ where: { id: desk.id }, data: { mailboxVerifiedAt: noon } });
      expect(await sendHeldRequests(at("2026-11-26"))).toBe(1);
      expect(await sendHeldRequests(at("2026-11-27"))).toBe(0);
      const all = await db().mail.findMany({ where: { template: "assigned" }, orderBy: { createdAt: "asc" } });
      expect(all.map(({ recipient, state }) => [recipient, state]).toSorted()).toEqual([
        ["new@tomakomai.example", state === "QUEUED" ? "CANCELLED" : "FAILED"],
        ["right@tomakomai.example", "QUEUED"],
      ]);
    },
  );

  it("takes along what its author answered, if only that has not left yet", async () => {
    const { id, desk, correct } = await onItsWay();
    await db().mail.updateMany({ where: { template: "assigned" }, data: { state: "SENT" } });
    const { version } = await db().submission.findUniqueOrThrow({ where: { id } });
    const { questionId } = await askAuthor(as(staff("OFFICER", desk.id)), {
      submissionId: id,
      version,
      question: "どこ?",
    });
    await replyToQuestion(as({ kind: "author", of: "submission", id }), { questionId, reply: "沼ノ端です。" });
    await correct("right@tomakomai.example");
    await db().desk.update({ where: { id: desk.id }, data: { mailboxVerifiedAt: noon } });
    expect(await sendHeldRequests(at("2026-11-26"))).toBe(1);
    const right = await db().mail.findMany({ where: { recipient: "right@tomakomai.example", submissionId: id } });
    expect(right.map(({ template }) => template).toSorted()).toEqual(["assigned", "replied"]);
    expect(await db().mail.count({ where: { recipient: "new@tomakomai.example", state: "QUEUED" } })).toBe(0);
  });

  it("stays as it is where it has left, and where the address is still a desk's", async () => {
    const { correct } = await onItsWay();
    expect(await sendHeldRequests(noon)).toBe(0);
    await db().mail.updateMany({ where: { template: "assigned" }, data: { state: "SENT" } });
    await correct("right@tomakomai.example");
    expect(await sendHeldRequests(noon)).toBe(0);
    expect(await db().assignment.count({ where: { heldSince: { not: null } } })).toBe(0);
  });

  it("is tried no more where the desk works on the screen from now on", async () => {
    const { correct } = await onItsWay();
    await correct(null);
    expect(await sendHeldRequests(at("2026-12-10"))).toBe(0);
    expect(await mails()).toMatchObject([{ template: "assigned", state: "CANCELLED" }]);
  });
});
