import { describe, expect, it } from "vitest";
import { answerToken } from "#app/domain/handling/answer-link.server.ts";
import { findAnswerLink } from "#app/domain/handling/queries/find-answer-link.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as, makeAddress, makeTheme, noon, staff } from "#tests/support/factories/review-rows.ts";
import { draftAnswer } from "./draft-answer.server.ts";
import { publishAnswer } from "./publish-answer.server.ts";

useDatabase();

async function drafted(by: "officer" | "moderator" | "link", overrides: Parameters<typeof assigned>[0] = {}) {
  const people = await assigned(overrides);
  const { answerId } = await draftAnswer(as(people[by]), draft(people.id, 2));
  return { ...people, answerId };
}

const draft = (submissionId: string, version: number, body = "来年度から行います。") => ({
  submissionId,
  version,
  outcomeKey: "adopted",
  referral: null,
  body,
});

describe("publishing an answer", () => {
  it("shows it to everybody, counts it, ends the desk's turn and tells the author", async () => {
    const theme = await makeTheme();
    const emailAddressId = await makeAddress("author@example.com");
    const { id, number, desk, moderator, link, answerId } = await drafted("officer", {
      themeId: theme.id,
      hidden: { emailAddressId },
    });
    await publishAnswer(as(moderator), { submissionId: id, version: 3, answerId });

    expect(await db().answer.findUniqueOrThrow({ where: { id: answerId } })).toMatchObject({
      state: "PUBLISHED",
      approvedById: moderator.id,
      approvedByLabel: moderator.name,
      publishedAt: noon,
    });
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      handling: "ANSWERED",
      outcomeKey: "adopted",
      answeredAt: noon,
      dueOn: null,
      handlingDeskId: desk.id,
    });
    expect((await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).answeredCount).toBe(1);
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { event: "ANSWERED", audience: "PUBLIC", deskId: desk.id },
    ]);
    expect(await db().assignment.findMany()).toMatchObject([{ endReason: "answered" }]);
    expect(await findAnswerLink(answerToken(link.linkId), noon)).toBeNull();
    const mails = await db().mail.findMany();
    expect(mails).toMatchObject([{ template: "answered", recipient: "author@example.com" }]);
    expect(mails[0]?.params).toMatchObject({
      body: "来年度から行います。",
      answerVersion: 1,
      path: `/proposals/${number}`,
      desk: { name: { ja: "行革担当" }, phone: "0144-32-6169" },
    });
    expect((await newAudit()).map(({ action }) => action)).toEqual(["draft-answer", "publish-answer"]);
  });

  it.each([
    ["INQUIRY", "NOT_PUBLIC"],
    ["IDEA", "DECLINED"],
  ] as const)("of a private %s (%s) goes to its author alone", async (kind, review) => {
    const emailAddressId = await makeAddress("author@example.com");
    const { id, moderator, answerId } = await drafted("link", { kind, review, hidden: { emailAddressId } });
    await publishAnswer(as(moderator), { submissionId: id, version: 3, answerId });
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ handling: "ANSWERED", review });
    expect((await db().mail.findFirstOrThrow()).params).toMatchObject({ path: null });
  });

  it("needs another person than the drafter, as long as the city wants it so", async () => {
    const { id, moderator, answerId } = await drafted("moderator");
    const input = { submissionId: id, version: 3, answerId };
    await expect(publishAnswer(as(moderator), input)).rejects.toMatchObject({
      code: "FORBIDDEN",
      messageKey: "approvalByAnother",
    });
    await db().setting.create({ data: { key: "approvalByAnotherPerson", value: false, updatedAt: noon } });
    await publishAnswer(as(moderator), input);
    expect(await db().answer.count({ where: { state: "PUBLISHED" } })).toBe(1);
  });

  it("may be done by any moderator for what came through the link", async () => {
    const { id, moderator, answerId } = await drafted("link");
    await publishAnswer(as(moderator), { submissionId: id, version: 3, answerId });
    expect(await db().answer.count({ where: { state: "PUBLISHED" } })).toBe(1);
  });

  it("of a further version keeps the one before, and the first day of answering", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const { id, moderator, officer, answerId } = await drafted("officer", { hidden: { emailAddressId } });
    await publishAnswer(as(moderator), { submissionId: id, version: 3, answerId });
    const second = await draftAnswer(as(officer), draft(id, 4, "時期を早めました。"));
    expect((await db().submission.findUniqueOrThrow({ where: { id } })).handling).toBe("ANSWERED");
    const later = new Date("2026-12-01T03:00:00Z");
    await publishAnswer(as(moderator, later), { submissionId: id, version: 5, answerId: second.answerId });
    expect(await db().answer.findMany({ orderBy: { answerVersion: "asc" } })).toMatchObject([
      { state: "SUPERSEDED", body: "来年度から行います。" },
      { state: "PUBLISHED", body: "時期を早めました。" },
    ]);
    expect((await db().submission.findUniqueOrThrow({ where: { id } })).answeredAt).toEqual(noon);
    expect(await db().mail.count({ where: { template: "answered" } })).toBe(2);
  });

  it("is refused to officers, viewers and the link", async () => {
    const { id, officer, otherOfficer, viewer, link, answerId } = await drafted("officer");
    const actors: Actor[] = [officer, otherOfficer, viewer, link, staff("OFFICER")];
    for (const actor of actors) {
      await expect(publishAnswer(as(actor), { submissionId: id, version: 3, answerId })).rejects.toMatchObject({
        code: "FORBIDDEN",
        messageKey: "forbidden",
      });
    }
    expect(await db().answer.count({ where: { state: "PUBLISHED" } })).toBe(0);
  });

  it("is impossible for a draft that was replaced, and on a stale page", async () => {
    const { id, moderator, officer, answerId } = await drafted("officer");
    await expect(publishAnswer(as(moderator), { submissionId: id, version: 2, answerId })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await draftAnswer(as(officer), draft(id, 3, "書き直し"));
    await expect(publishAnswer(as(moderator), { submissionId: id, version: 4, answerId })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
    expect(await db().mail.count()).toBe(0);
  });
});
