import { addMinutes } from "date-fns/addMinutes";
import { describe, expect, it } from "vitest";
import { isBusinessDay } from "#app/domain/shared/business-days.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, makeOutcomes, makeSubmission, staff } from "#tests/support/factories/review-rows.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { askAuthor } from "./commands/ask-author.server.ts";
import { assignSubmission } from "./commands/assign-submission.server.ts";
import { draftAnswer } from "./commands/draft-answer.server.ts";
import { publishAnswer } from "./commands/publish-answer.server.ts";
import { replyToQuestion } from "./commands/reply-to-question.server.ts";
import { runPromiseClock } from "./run-promise-clock.server.ts";

useDatabase();

const moderator = staff("MODERATOR");
const tokyo = (day: string, time: string) => new Date(`${day}T${time}:00+09:00`);

/** Lets the time pass from one moment to another, with two workers that look every half hour. */
async function pass(from: Date, to: Date) {
  for (let now = from; now < to; now = addMinutes(now, 30)) {
    const [one, other] = await Promise.all([runPromiseClock(now), runPromiseClock(now)]);
    expect([...one.errors, ...other.errors]).toEqual([]);
  }
}

async function given(deskId: string, dueOn: string) {
  const submission = await makeSubmission({ review: "PUBLISHED" });
  await assignSubmission(as(moderator, tokyo("2026-11-20", "10:00")), {
    submissionId: submission.id,
    version: 1,
    deskId,
    dueOn,
    instruction: null,
  });
  return submission;
}

async function sent() {
  const mails = await db().mail.findMany({
    where: { template: { in: ["desk-digest", "reminded", "overdue", "weekly-digest"] } },
    orderBy: [{ createdAt: "asc" }, { template: "asc" }, { threadKey: "asc" }],
    select: { template: true, recipient: true, threadKey: true, params: true, createdAt: true },
  });
  return mails.map(({ createdAt, ...mail }) => ({ ...mail, day: isoDate(createdAt), at: createdAt }));
}

describe("a week and a half of the clock", () => {
  it("sends exactly what the promises ask for", async () => {
    await makeOutcomes();
    const office = await makeDesk({ name: "総合", mailbox: "office@tomakomai.example" });
    await db().desk.update({ where: { id: office.id }, data: { isFallback: true } });
    const desk = await makeDesk({ name: "行革担当", mailbox: "desk@tomakomai.example" });
    const idle = await makeDesk({ name: "ひまな担当", mailbox: "idle@tomakomai.example" });
    const account = await makeAccount({ role: "MODERATOR", email: "m@tomakomai.example" });
    const officer = staff("OFFICER", desk.id);

    const late = await given(desk.id, "2026-11-25");
    const asked = await given(desk.id, "2026-11-27");
    const answered = await given(desk.id, "2026-12-01");
    const withdrawn = await given(desk.id, "2026-12-02");
    await db().mail.deleteMany();

    // Saturday to Tuesday morning, over a holiday on Monday
    await pass(tokyo("2026-11-21", "00:00"), tokyo("2026-11-24", "12:00"));
    const { questionId } = await askAuthor(as(officer, tokyo("2026-11-24", "12:00")), {
      submissionId: asked.id,
      version: 2,
      question: "どこですか。",
    });
    await pass(tokyo("2026-11-24", "12:00"), tokyo("2026-11-25", "12:00"));
    await withdrawSubmission(as({ kind: "author", of: "submission", id: withdrawn.id }, tokyo("2026-11-25", "12:00")), {
      version: 2,
    });
    await draftAnswer(as(officer, tokyo("2026-11-25", "13:00")), {
      submissionId: answered.id,
      version: 2,
      outcomeKey: "adopted",
      referral: null,
      body: "案",
    });
    const [draft] = await db().answer.findMany();
    await publishAnswer(as(moderator, tokyo("2026-11-25", "14:00")), {
      submissionId: answered.id,
      version: 3,
      answerId: draft?.id ?? "",
    });
    // something new in the middle of a day brings no second morning mail
    await given(idle.id, "2026-12-11");
    await pass(tokyo("2026-11-25", "12:00"), tokyo("2026-11-30", "12:00"));
    await replyToQuestion(as({ kind: "author", of: "submission", id: asked.id }, tokyo("2026-11-30", "12:00")), {
      questionId,
      reply: "沼ノ端です。",
    });
    await pass(tokyo("2026-11-30", "12:00"), tokyo("2026-12-02", "12:00"));

    const mails = await sent();
    const mornings = (recipient: string) =>
      mails
        .filter((mail) => mail.template === "desk-digest" && mail.recipient === recipient)
        .map(({ day, params }) => [
          day,
          ...(params as { items: { number: string }[] }).items.map((item) => item.number),
        ]);
    expect(mornings("desk@tomakomai.example")).toEqual([
      ["2026-11-24", late.number, asked.number, answered.number, withdrawn.number],
      ["2026-11-25", late.number, answered.number, withdrawn.number],
      ["2026-11-26", late.number],
      ["2026-11-27", late.number],
      ["2026-11-30", late.number],
      ["2026-12-01", late.number, asked.number],
      ["2026-12-02", late.number, asked.number],
    ]);
    expect(mornings("idle@tomakomai.example").map(([day]) => day)).toEqual([
      "2026-11-26",
      "2026-11-27",
      "2026-11-30",
      "2026-12-01",
      "2026-12-02",
    ]);
    expect(mornings("office@tomakomai.example")).toEqual([]);
    expect(
      mails.filter(({ template }) => template === "reminded").map(({ day, threadKey }) => [day, threadKey]),
    ).toEqual([
      ["2026-11-24", late.number],
      ["2026-11-24", asked.number],
      ["2026-11-26", late.number],
      ["2026-12-01", late.number],
      ["2026-12-02", asked.number],
    ]);
    expect(mails.filter(({ template }) => template === "overdue")).toMatchObject([
      { day: "2026-11-30", threadKey: late.number, recipient: "office@tomakomai.example" },
    ]);
    expect(mails.filter(({ template }) => template === "weekly-digest")).toMatchObject([
      { day: "2026-11-24", recipient: account.email },
      { day: "2026-11-30", recipient: account.email },
    ]);

    const same = mails.map(({ template, recipient, threadKey, day }) => [template, recipient, threadKey, day].join());
    expect(new Set(same).size).toBe(same.length);
    expect(mails.filter(({ day, at }) => !isBusinessDay(day) || at < tokyo(day, "08:00"))).toEqual([]);
    expect(mails.filter(({ at, day }) => at > tokyo(day, "08:00"))).toEqual([]);
  });
});
