import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as, makeSubmission } from "#tests/support/factories/review-rows.ts";
import { draftAnswer } from "./draft-answer.server.ts";

useDatabase();

const draft = (submissionId: string, version = 2) => ({
  submissionId,
  version,
  outcomeKey: "adopted",
  referral: null,
  body: "来年度から、電子でも読めるようにします。",
});

describe("drafting an answer", () => {
  it("waits for approval in the desk's name; nothing is public and nobody is mailed", async () => {
    const { id, officer, desk } = await assigned();
    await draftAnswer(as(officer), draft(id));
    expect(await db().answer.findMany()).toMatchObject([
      {
        answerVersion: 1,
        state: "DRAFT",
        origin: "SCREEN",
        deskId: desk.id,
        draftedById: officer.id,
        publishedAt: null,
      },
    ]);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      handling: "DRAFTED",
      outcomeKey: null,
      answeredAt: null,
      version: 3,
    });
    expect(await db().mail.count()).toBe(0);
    expect(await db().timelineEntry.count()).toBe(0);
    expect(await newAudit()).toMatchObject([
      { action: "draft-answer", detail: { answerVersion: 1, outcomeKey: "adopted" } },
    ]);
  });

  it("works through the link of the mail, without an account, and notes that the link was used", async () => {
    const { id, link } = await assigned();
    await draftAnswer(as(link), draft(id));
    expect(await db().answer.findMany()).toMatchObject([
      { origin: "LINK", draftedById: null, draftedByLabel: "行革担当" },
    ]);
    expect((await db().answerLink.findUniqueOrThrow({ where: { id: link.linkId } })).usedAt).not.toBeNull();
    expect(await newAudit()).toMatchObject([{ actorKind: "desk-link", actorId: link.linkId }]);
  });

  it("keeps the draft before as an older version", async () => {
    const { id, officer } = await assigned();
    await draftAnswer(as(officer), draft(id));
    await draftAnswer(as(officer), { ...draft(id, 3), body: "書き直しました。" });
    expect(await db().answer.findMany({ orderBy: { answerVersion: "asc" } })).toMatchObject([
      { answerVersion: 1, state: "SUPERSEDED", body: "来年度から、電子でも読めるようにします。" },
      { answerVersion: 2, state: "DRAFT", body: "書き直しました。" },
    ]);
  });

  it("must name who is responsible when it is not the city", async () => {
    const { id, officer } = await assigned();
    await expect(draftAnswer(as(officer), { ...draft(id), outcomeKey: "not-ours" })).rejects.toMatchObject({
      fields: { referral: ["referralRequired"] },
    });
    await expect(draftAnswer(as(officer), { ...draft(id), outcomeKey: "unknown" })).rejects.toMatchObject({
      fields: { outcomeKey: ["choose"] },
    });
    await draftAnswer(as(officer), { ...draft(id), outcomeKey: "not-ours", referral: "北海道 胆振総合振興局" });
    expect(await db().answer.count()).toBe(1);
  });

  it("is refused to other desks and viewers, and before a desk has it", async () => {
    const { id, otherOfficer, viewer, moderator } = await assigned();
    await expect(draftAnswer(as(otherOfficer), draft(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(draftAnswer(as(viewer), draft(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const fresh = await makeSubmission();
    await expect(draftAnswer(as(otherOfficer), draft(fresh.id, 1))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(draftAnswer(as(moderator), draft(fresh.id, 1))).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
    expect(await db().answer.count()).toBe(0);
  });

  it("of two officers at once takes the first and tells the second", async () => {
    const { id, officer, link } = await assigned();
    await draftAnswer(as(officer), draft(id));
    await expect(draftAnswer(as(link), draft(id))).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "changedMeanwhile",
    });
    const both = await Promise.allSettled([
      draftAnswer(as(officer), draft(id, 3)),
      draftAnswer(as(link), draft(id, 3)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().answer.count({ where: { state: "DRAFT" } })).toBe(1);
  });
});
