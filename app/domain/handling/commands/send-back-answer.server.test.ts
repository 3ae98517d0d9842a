import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { draftAnswer } from "./draft-answer.server.ts";
import { sendBackAnswer } from "./send-back-answer.server.ts";

useDatabase();

async function drafted() {
  const people = await assigned();
  const { answerId } = await draftAnswer(as(people.officer), {
    submissionId: people.id,
    version: 2,
    outcomeKey: "adopted",
    referral: null,
    body: "行います。",
  });
  return { ...people, input: { submissionId: people.id, version: 3, answerId, note: "時期も書いてください。" } };
}

describe("sending a draft back", () => {
  it("keeps the draft and the note, and lets the desk go on", async () => {
    const { id, moderator, officer, input } = await drafted();
    await sendBackAnswer(as(moderator), input);
    expect(await db().answer.findMany()).toMatchObject([
      { state: "SENT_BACK", sendBackNote: "時期も書いてください。" },
    ]);
    expect((await db().submission.findUniqueOrThrow({ where: { id } })).handling).toBe("ASSIGNED");
    expect((await newAudit()).map(({ action }) => action)).toEqual(["draft-answer", "send-back-answer"]);
    expect(await db().mail.count()).toBe(0);
    await draftAnswer(as(officer), {
      submissionId: id,
      version: 4,
      outcomeKey: "adopted",
      referral: null,
      body: "四月から。",
    });
    expect((await db().answer.findMany({ orderBy: { answerVersion: "asc" } })).map(({ state }) => state)).toEqual([
      "SENT_BACK",
      "DRAFT",
    ]);
  });

  it("is refused to officers, viewers and the link, twice, and on a stale page", async () => {
    const { moderator, officer, otherOfficer, viewer, link, input } = await drafted();
    for (const actor of [officer, otherOfficer, viewer, link]) {
      await expect(sendBackAnswer(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(sendBackAnswer(as(moderator), { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await sendBackAnswer(as(moderator), input);
    await expect(sendBackAnswer(as(moderator), { ...input, version: 4 })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
  });
});
