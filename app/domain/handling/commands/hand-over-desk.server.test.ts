import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as, makeSubmission, noon, staff } from "#tests/support/factories/review-rows.ts";
import { answerToken } from "../answer-link.server.ts";
import { findAnswerLink } from "../queries/find-answer-link.server.ts";
import { previewHandOver } from "../queries/preview-hand-over.server.ts";
import { askAuthor } from "./ask-author.server.ts";
import { draftAnswer } from "./draft-answer.server.ts";
import { handOverDesk } from "./hand-over-desk.server.ts";

useDatabase();

/** A desk with a drafted item whose clock stands still, and an inquiry nobody has yet. */
async function busy() {
  const people = await assigned();
  await draftAnswer(as(people.officer), {
    submissionId: people.id,
    version: 2,
    outcomeKey: "adopted",
    referral: null,
    body: "案",
  });
  await askAuthor(as(people.officer), { submissionId: people.id, version: 3, question: "どこですか。" });
  const inquiry = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC", inquiryDeskId: people.desk.id });
  await makeSubmission({ review: "PUBLISHED" });
  await db().timelineEntry.deleteMany();
  const dryRun = () => previewHandOver(people.moderator, people.desk.id, "ja");
  return { ...people, inquiry, dryRun };
}

describe("handing over what a desk has not answered", () => {
  it("moves exactly what the dry run shows, with its dates, drafts and pauses", async () => {
    const { id, number, desk, otherDesk, moderator, link, inquiry, dryRun } = await busy();
    const shown = await dryRun();
    expect(shown.items.map((item) => item.number).toSorted()).toEqual([number, inquiry.number].toSorted());
    expect(await db().assignment.count()).toBe(1);
    expect(shown.proposed).toBe("");
    await db().desk.update({
      where: { id: desk.id },
      data: { validUntil: new Date("2020-03-31"), successorId: otherDesk.id },
    });
    expect((await dryRun()).proposed).toBe(otherDesk.id);

    expect(await handOverDesk(as(moderator), { deskId: desk.id, to: otherDesk.id, stamp: shown.stamp })).toBe(2);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      handling: "DRAFTED",
      handlingDeskId: otherDesk.id,
      waitsForAuthor: true,
      dueOn: null,
    });
    expect(await db().submission.findUniqueOrThrow({ where: { id: inquiry.id } })).toMatchObject({
      handling: "NEW",
      inquiryDeskId: otherDesk.id,
    });
    expect(await db().assignment.findMany({ orderBy: { endedAt: "asc" } })).toMatchObject([
      { deskId: desk.id, endReason: "reassigned" },
      { deskId: otherDesk.id, endedAt: null, pausedDays: 8, dueOn: new Date("2026-12-04T00:00:00Z") },
    ]);
    expect(await db().answer.findMany()).toMatchObject([{ state: "DRAFT", deskId: otherDesk.id }]);
    expect(await findAnswerLink(answerToken(link.linkId), noon)).toBeNull();
    expect(await db().mail.findMany({ where: { template: "assigned" } })).toMatchObject([
      { recipient: otherDesk.mailbox, submissionId: id },
    ]);
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { submissionId: id, event: "PASSED_ON", deskId: otherDesk.id },
    ]);
    const audit = (await newAudit()).filter(({ action }) => action === "hand-over-desk");
    expect(audit).toMatchObject([{ subjectId: desk.id, detail: { toDeskId: otherDesk.id } }]);
    expect((await dryRun()).items).toEqual([]);
  });

  it("moves nothing when it is not what was shown any more, or there is nothing", async () => {
    const { id, officer, desk, otherDesk, moderator, dryRun } = await busy();
    const { stamp } = await dryRun();
    await askAuthor(as(officer), { submissionId: id, version: 4, question: "いつですか。" });
    const input = { deskId: desk.id, to: otherDesk.id, stamp };
    await expect(handOverDesk(as(moderator), input)).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    expect(await db().assignment.count()).toBe(1);
    const empty = await previewHandOver(moderator, otherDesk.id, "ja");
    await expect(
      handOverDesk(as(moderator), { deskId: otherDesk.id, to: desk.id, stamp: empty.stamp }),
    ).rejects.toMatchObject({ messageKey: "notPossibleNow" });
  });

  it("refuses the same desk, a closed one, and everybody but moderators", async () => {
    const { desk, otherDesk, officer, viewer, moderator, dryRun } = await busy();
    const { stamp } = await dryRun();
    const to = (deskId: string) => handOverDesk(as(moderator), { deskId: desk.id, to: deskId, stamp });
    await expect(to(desk.id)).rejects.toMatchObject({ fields: { to: ["sameDesk"] } });
    await db().desk.update({ where: { id: otherDesk.id }, data: { isActive: false } });
    await expect(to(otherDesk.id)).rejects.toMatchObject({ fields: { to: ["choose"] } });
    for (const actor of [officer, viewer, staff("OFFICER", otherDesk.id)]) {
      await expect(handOverDesk(as(actor), { deskId: desk.id, to: otherDesk.id, stamp })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(previewHandOver(actor, desk.id, "ja")).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
