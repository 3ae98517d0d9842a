import { describe, expect, it } from "vitest";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, makeSubmission, makeTheme, noon, staff } from "#tests/support/factories/review-rows.ts";
import { answerToken } from "../answer-link.server.ts";
import { findAnswerLink } from "../queries/find-answer-link.server.ts";
import { assignSubmission } from "./assign-submission.server.ts";

useDatabase();

const to = (deskId: string, submissionId: string, version = 1) => ({
  submissionId,
  version,
  deskId,
  dueOn: "2026-12-04",
  instruction: "期限までに回答案をお願いします。",
});

describe("assigning a submission", () => {
  it("gives it to the desk, mails the desk everything, and tells everybody who has it until when", async () => {
    const desk = await makeDesk({ mailbox: "gyokaku@tomakomai.example" });
    const theme = await makeTheme(desk.id);
    const submission = await makeSubmission({ themeId: theme.id, review: "PUBLISHED" });
    const moderator = staff("MODERATOR");
    await assignSubmission(as(moderator), to(desk.id, submission.id));

    expect(await db().submission.findUniqueOrThrow({ where: { id: submission.id } })).toMatchObject({
      handling: "ASSIGNED",
      handlingDeskId: desk.id,
      dueOn: new Date("2026-12-04T00:00:00Z"),
      version: 2,
    });
    expect(await db().assignment.findMany()).toMatchObject([
      { deskId: desk.id, assignedById: moderator.id, endedAt: null },
    ]);
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { event: "ASSIGNED", audience: "PUBLIC", deskId: desk.id, dueOn: new Date("2026-12-04T00:00:00Z") },
    ]);
    const link = await db().answerLink.findFirstOrThrow();
    expect(link.tokenHash).toBe(hashToken(answerToken(link.id)));
    expect(await findAnswerLink(answerToken(link.id), noon)).toMatchObject({
      submissionId: submission.id,
      deskId: desk.id,
    });
    const mails = await db().mail.findMany();
    expect(mails).toMatchObject([
      {
        template: "assigned",
        recipient: "gyokaku@tomakomai.example",
        recipientKind: "DESK",
        threadKey: submission.number,
      },
    ]);
    expect(mails[0]?.params).toMatchObject({
      number: submission.number,
      title: submission.title,
      body: submission.body,
      themeTitle: "協働の推進",
      dueOn: "2026-12-04",
      instruction: "期限までに回答案をお願いします。",
      answerLinkId: link.id,
    });
    expect(await db().auditEntry.findMany()).toMatchObject([
      { action: "assign-submission", subjectNumber: submission.number },
    ]);
  });

  it("keeps a company's confidential note and everybody's contact data out of the mail", async () => {
    const desk = await makeDesk();
    const { id } = await makeSubmission({
      kind: "PARTNERSHIP",
      hidden: {
        confidentialNote: "社外秘の原価",
        name: "市民A",
        phone: "0144-00-0000",
        cooperation: "人を出せます",
        request: "場所を借りたい",
        costSharing: "PARTIAL",
        contactPerson: "企画担当",
      },
    });
    await assignSubmission(as(staff("ADMIN")), to(desk.id, id));
    const { params } = await db().mail.findFirstOrThrow();
    expect(params).toMatchObject({
      partnership: { cooperation: "人を出せます", costSharing: "PARTIAL", hasConfidentialNote: true },
    });
    for (const secret of ["社外秘の原価", "市民A", "0144-00-0000"])
      expect(JSON.stringify(params)).not.toContain(secret);
  });

  it("mails nobody when the desk has no mailbox", async () => {
    const desk = await makeDesk({ mailbox: null });
    const { id } = await makeSubmission();
    await assignSubmission(as(staff("MODERATOR")), to(desk.id, id));
    expect(await db().mail.count()).toBe(0);
    expect(await db().assignment.count()).toBe(1);
  });

  it("keeps the promise of the review while that is pending", async () => {
    const desk = await makeDesk();
    const { id, dueOn } = await makeSubmission({ review: "PENDING" });
    await assignSubmission(as(staff("MODERATOR")), to(desk.id, id));
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ dueOn, handling: "ASSIGNED" });
  });

  it("takes it from the desk before: its turn ends, its link dies, its draft is put aside", async () => {
    const [first, second] = [await makeDesk(), await makeDesk()];
    const { id } = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC" });
    await assignSubmission(as(staff("MODERATOR")), to(first.id, id));
    const old = await db().answerLink.findFirstOrThrow();
    await assignSubmission(as(staff("MODERATOR")), to(second.id, id, 2));
    expect(await findAnswerLink(answerToken(old.id), noon)).toBeNull();
    expect(await db().assignment.findMany({ orderBy: { endedAt: { sort: "asc", nulls: "last" } } })).toMatchObject([
      { deskId: first.id, endReason: "reassigned" },
      { deskId: second.id, endReason: null },
    ]);
    expect((await db().submission.findUniqueOrThrow({ where: { id } })).handlingDeskId).toBe(second.id);
  });

  it("refuses a day the city hall is closed, a past day, and a desk that is closed or not in office", async () => {
    const desk = await makeDesk();
    const closed = await makeDesk({ isActive: false });
    const { id } = await makeSubmission();
    const assign = (changes: object) => assignSubmission(as(staff("MODERATOR")), { ...to(desk.id, id), ...changes });
    await expect(assign({ dueOn: "2026-12-05" })).rejects.toMatchObject({ fields: { dueOn: ["notBusinessDay"] } });
    await expect(assign({ dueOn: "2026-11-20" })).rejects.toMatchObject({ fields: { dueOn: ["dateInPast"] } });
    await expect(assign({ deskId: closed.id })).rejects.toMatchObject({ fields: { deskId: ["choose"] } });
    for (const days of [{ validUntil: new Date("2026-11-01") }, { validFrom: new Date("2027-04-01") }]) {
      const outside = await makeDesk();
      await db().desk.update({ where: { id: outside.id }, data: days });
      await expect(assign({ deskId: outside.id })).rejects.toMatchObject({ fields: { deskId: ["choose"] } });
    }
    expect(await db().assignment.count()).toBe(0);
  });

  it("is refused to officers and viewers, for what was withdrawn, and on a stale page", async () => {
    const desk = await makeDesk();
    const { id } = await makeSubmission({ review: "PUBLISHED", handlingDeskId: desk.id });
    const withdrawn = await makeSubmission({ review: "WITHDRAWN" });
    await expect(assignSubmission(as(staff("OFFICER", desk.id)), to(desk.id, id))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(assignSubmission(as(staff("OFFICER")), to(desk.id, id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(assignSubmission(as(staff("VIEWER")), to(desk.id, id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(assignSubmission(as(staff("MODERATOR")), to(desk.id, withdrawn.id))).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
    await expect(assignSubmission(as(staff("MODERATOR")), to(desk.id, id, 7))).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    expect(await db().auditEntry.count()).toBe(0);
  });
});
