import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { askAuthor } from "./ask-author.server.ts";
import { replyToQuestion } from "./reply-to-question.server.ts";
import { resumePromise } from "./resume-promise.server.ts";

useDatabase();

const clock: Actor = { kind: "system", name: "期限の時計" };
const later = new Date("2026-12-23T00:00:00Z");

async function asked() {
  const people = await assigned();
  const { questionId } = await askAuthor(as(people.officer), {
    submissionId: people.id,
    version: 2,
    question: "どの地域のことですか。",
  });
  return { ...people, questionId };
}

describe("a promise whose author never replies", () => {
  it("runs again with the days that were left, while the question stays open", async () => {
    const { id, questionId } = await asked();
    expect(await resumePromise(as(clock, later), { submissionId: id })).toBe(true);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      dueOn: new Date("2027-01-08T00:00:00Z"),
      waitsForAuthor: true,
    });
    expect(await db().assignment.findMany()).toMatchObject([
      { dueOn: new Date("2027-01-08T00:00:00Z"), pausedDays: null },
    ]);
    expect((await newAudit()).at(-1)).toMatchObject({ action: "resume-promise", detail: { dueOn: "2027-01-08" } });
    await replyToQuestion(as({ kind: "author", of: "submission", id }, later), { questionId, reply: "沼ノ端です。" });
    expect(await db().assignment.findMany()).toMatchObject([{ dueOn: new Date("2027-01-08T00:00:00Z") }]);
  });

  it("is left alone while it runs, and by everybody but the platform", async () => {
    const { id, moderator } = await asked();
    await expect(resumePromise(as(moderator, later), { submissionId: id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await resumePromise(as(clock, later), { submissionId: id });
    expect(await resumePromise(as(clock, later), { submissionId: id })).toBe(false);
    expect((await newAudit()).map(({ action }) => action)).toEqual(["ask-author", "resume-promise"]);
  });
});
