import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, linkOf, newAudit } from "#tests/support/factories/assigned.ts";
import { as, makeDesk } from "#tests/support/factories/review-rows.ts";
import { askAuthor } from "./ask-author.server.ts";
import { draftAnswer } from "./draft-answer.server.ts";
import { passOnSubmission } from "./pass-on-submission.server.ts";

useDatabase();

const reason = "町内会のことは、そちらの担当です。";

describe("passing a submission on", () => {
  it("gives it to the other desk with the same day and mails that desk the reason", async () => {
    const { id, desk, otherDesk, link } = await assigned();
    await draftAnswer(as(link), { submissionId: id, version: 2, outcomeKey: "adopted", referral: null, body: "案" });
    await passOnSubmission(as(link), { submissionId: id, version: 3, deskId: otherDesk.id, reason });
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      handling: "ASSIGNED",
      handlingDeskId: otherDesk.id,
      dueOn: new Date("2026-12-04T00:00:00Z"),
    });
    expect(await db().assignment.findMany({ where: { endedAt: { not: null } } })).toMatchObject([
      { deskId: desk.id, endReason: "passed-on" },
    ]);
    expect(await db().answer.findMany()).toMatchObject([{ state: "SUPERSEDED" }]);
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { event: "PASSED_ON", audience: "PUBLIC", deskId: otherDesk.id, note: null },
    ]);
    expect(await db().internalNote.findMany()).toMatchObject([
      { body: reason, authorLabel: "行革担当", authorId: null },
    ]);
    const mails = await db().mail.findMany();
    expect(mails).toMatchObject([{ template: "assigned", recipient: otherDesk.mailbox }]);
    expect(mails[0]?.params).toMatchObject({ instruction: reason, dueOn: "2026-12-04" });
    expect((await newAudit()).map(({ action }) => action)).toEqual(["draft-answer", "pass-on-submission"]);
    expect((await linkOf(id)).deskId).toBe(otherDesk.id);
  });

  it("lets a clock run again that stood still for the first desk's question", async () => {
    const { id, otherDesk, officer } = await assigned();
    await askAuthor(as(officer), { submissionId: id, version: 2, question: "どこですか。" });
    const later = new Date("2026-12-10T03:00:00Z");
    await passOnSubmission(as(officer, later), { submissionId: id, version: 3, deskId: otherDesk.id, reason });
    const dueOn = new Date("2026-12-22T00:00:00Z");
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ dueOn });
    expect(await db().assignment.findMany({ where: { endedAt: null } })).toMatchObject([{ dueOn, pausedDays: null }]);
  });

  it("ends what the first desk's link could do", async () => {
    const { id, otherDesk, link } = await assigned();
    await passOnSubmission(as(link), { submissionId: id, version: 2, deskId: otherDesk.id, reason });
    await expect(
      passOnSubmission(as(link), { submissionId: id, version: 3, deskId: otherDesk.id, reason }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses the same desk and closed desks", async () => {
    const { id, desk, officer } = await assigned();
    const closed = await makeDesk({ isActive: false });
    const to = (deskId: string) => passOnSubmission(as(officer), { submissionId: id, version: 2, deskId, reason });
    await expect(to(desk.id)).rejects.toMatchObject({ fields: { deskId: ["sameDesk"] } });
    await expect(to(closed.id)).rejects.toMatchObject({ fields: { deskId: ["choose"] } });
  });

  it("is refused to other desks and viewers, after the answer, and on a stale page", async () => {
    const { id, otherDesk, otherOfficer, viewer, officer } = await assigned();
    const input = { submissionId: id, version: 2, deskId: otherDesk.id, reason };
    await expect(passOnSubmission(as(otherOfficer), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(passOnSubmission(as(viewer), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(passOnSubmission(as(officer), { ...input, version: 1 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await db().submission.update({ where: { id }, data: { handling: "ANSWERED" } });
    await expect(passOnSubmission(as(officer), input)).rejects.toMatchObject({ messageKey: "notPossibleNow" });
  });
});
