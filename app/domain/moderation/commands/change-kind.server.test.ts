import { describe, expect, it } from "vitest";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { extendDueDate } from "#app/domain/handling/commands/extend-due-date.server.ts";
import { reviseSubmission } from "#app/domain/submission/commands/revise-submission.server.ts";
import { getTrackedSubmission } from "#app/domain/submission/queries/get-tracked-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { appealedSubmission, nextDay } from "#tests/support/factories/appeals.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import {
  as,
  makeAddress,
  makeDesk,
  makeSubmission,
  makeTheme,
  noon,
  staff,
  submissionRow,
} from "#tests/support/factories/review-rows.ts";
import { authorOf } from "#tests/support/submissions.ts";
import { openItem } from "../open-item.server.ts";
import { getSubmissionReview } from "../queries/get-review-page.server.ts";
import { previewKind } from "../queries/preview-kind.server.ts";
import { approveItem } from "./approve-item.server.ts";
import { changeKind } from "./change-kind.server.ts";
import { mergeSubmission } from "./merge-submission.server.ts";
import { moveItem } from "./move-item.server.ts";
import { splitSubmission } from "./split-submission.server.ts";
import { upholdAppeal } from "./uphold-appeal.server.ts";

useDatabase();

const moderator = staff("MODERATOR");
const explanation = "資料の送り先についてのお尋ねのため、担当から直接お答えします。";

describe("making a citizen's idea an inquiry", () => {
  it.each(["PENDING", "RETURNED", "DECLINED"] as const)("that is %s gives it to a desk in private", async (review) => {
    const desk = await makeDesk();
    const theme = await makeTheme(desk.id);
    const emailAddressId = await makeAddress("author@example.com");
    const { id, number } = await makeSubmission({ themeId: theme.id, review, hidden: { emailAddressId } });
    const input = { submissionId: id, version: 1, to: desk.id, explanation };
    expect(await previewKind(moderator, input, { locale: "ja", now: noon })).toMatchObject({
      facts: [{ term: "answeringDesk" }],
      mails: [{ number, text: expect.stringContaining(explanation) }],
    });
    await changeKind(as(moderator), input);
    expect(await submissionRow(id)).toMatchObject({
      kind: "INQUIRY",
      review: "NOT_PUBLIC",
      inquiryDeskId: desk.id,
      themeId: null,
      handling: "NEW",
      dueOn: new Date("2026-12-01T00:00:00Z"),
      searchText: "",
      searchTokens: [],
    });
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { event: "BECAME_INQUIRY", audience: "AUTHOR", deskId: desk.id, note: explanation },
    ]);
    expect(await db().mail.findMany()).toMatchObject([
      { template: "became-inquiry", recipient: "author@example.com", params: { dueOn: "2026-12-01" } },
    ]);
    expect(await db().auditEntry.findMany()).toMatchObject([
      { action: "change-kind", detail: { from: "IDEA", to: "INQUIRY", deskId: desk.id } },
    ]);
    await expect(approveItem(as(moderator), { item: { type: "submission", id }, version: 2 })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
  });

  it("ends the turn of the desk that has it, and lets go on what was merged into it", async () => {
    const { id, number, otherDesk } = await assigned({ review: "PENDING" });
    const other = await makeSubmission();
    const { version: intoVersion } = await submissionRow(id);
    await mergeSubmission(as(moderator), {
      submissionId: other.id,
      version: 1,
      into: number,
      intoVersion,
      explanation,
    });
    const { version } = await submissionRow(id);
    await changeKind(as(moderator), { submissionId: id, version, to: otherDesk.id, explanation });
    expect(await submissionRow(id)).toMatchObject({
      handling: "NEW",
      handlingDeskId: null,
      inquiryDeskId: otherDesk.id,
    });
    expect(await db().assignment.findMany()).toMatchObject([{ endReason: "reassigned" }]);
    expect(await submissionRow(other.id)).toMatchObject({ review: "PENDING", mergedIntoId: null });
  });

  it("is refused while another moderator has it open", async () => {
    const desk = await makeDesk();
    const item = { type: "submission", id: (await makeSubmission()).id } as const;
    await openItem(staff("MODERATOR"), item, { now: noon, isLook: true });
    await expect(
      changeKind(as(moderator), { submissionId: item.id, version: 1, to: desk.id, explanation }),
    ).rejects.toMatchObject({ code: "CONFLICT", messageKey: "claimedByAnother" });
    expect(await submissionRow(item.id)).toMatchObject({ kind: "IDEA", version: 1 });
  });

  it("is refused for a desk that is closed, and for what is public, was public or comes from a company", async () => {
    const desk = await makeDesk();
    const closed = await makeDesk({ isActive: false });
    const pending = await makeSubmission();
    const change = (submissionId: string, to = desk.id) =>
      changeKind(as(moderator), { submissionId, version: 1, to, explanation });
    await expect(change(pending.id, closed.id)).rejects.toMatchObject({ fields: { to: ["choose"] } });
    for (const row of [
      { review: "PUBLISHED" },
      { review: "HIDDEN" },
      { review: "WITHDRAWN" },
      { kind: "PARTNERSHIP" },
    ] as const) {
      await expect(change((await makeSubmission(row)).id)).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    }
  });
});

describe("making an inquiry a citizen's idea", () => {
  it("asks its author what may be public, and shows nothing of what went on in private", async () => {
    const desk = await makeDesk();
    const theme = await makeTheme(desk.id);
    const emailAddressId = await makeAddress("author@example.com");
    const { id } = await makeSubmission({
      kind: "INQUIRY",
      review: "NOT_PUBLIC",
      inquiryDeskId: desk.id,
      hidden: { emailAddressId, name: "市民A" },
    });
    await assignSubmission(as(moderator), {
      submissionId: id,
      version: 1,
      deskId: desk.id,
      dueOn: "2026-12-04",
      instruction: null,
    });
    await extendDueDate(as(moderator), { submissionId: id, version: 2, dueOn: "2026-12-08", reason: "内々の事情" });
    await db().mail.deleteMany();
    await changeKind(as(moderator), { submissionId: id, version: 3, to: theme.id, explanation });

    expect(await submissionRow(id)).toMatchObject({
      kind: "IDEA",
      review: "RETURNED",
      themeId: theme.id,
      inquiryDeskId: null,
      handlingDeskId: null,
      handling: "NEW",
      dueOn: null,
      lateReason: null,
    });
    expect(await db().timelineEntry.count({ where: { audience: "PUBLIC" } })).toBe(0);
    expect(await db().mail.findMany()).toMatchObject([{ template: "became-idea", recipient: "author@example.com" }]);
    const tracked = await getTrackedSubmission(authorOf({ id }), { locale: "ja", now: noon });
    expect(tracked).toMatchObject({ decision: { reason: null, explanation }, may: { revise: true } });
    await expect(approveItem(as(moderator), { item: { type: "submission", id }, version: 4 })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
    await reviseSubmission(as(authorOf({ id })), {
      kind: "IDEA",
      version: 4,
      title: "公開してよい題",
      body: "公開してよい文",
      expectedEffect: null,
      area: null,
      displayName: null,
    });
    expect(await submissionRow(id)).toMatchObject({ review: "PENDING", title: "公開してよい題" });
  });

  it("is refused once a desk has begun to answer, and for a theme that takes nothing", async () => {
    const { id, link } = await assigned({ kind: "INQUIRY", review: "NOT_PUBLIC" });
    const theme = await makeTheme();
    const input = { submissionId: id, version: 2, to: theme.id, explanation };
    await db().theme.update({ where: { id: theme.id }, data: { acceptsIdeas: false } });
    await expect(changeKind(as(moderator), input)).rejects.toMatchObject({ fields: { to: ["choose"] } });
    await draftAnswer(as(link), { submissionId: id, version: 2, outcomeKey: "adopted", referral: null, body: "案" });
    await expect(changeKind(as(moderator), { ...input, version: 3 })).rejects.toMatchObject({
      messageKey: "kindAnswered",
    });
  });

  it("waits for the end of an appeal, which whoever declined the idea does not settle by it", async () => {
    const { item, number, decider, appealed } = await appealedSubmission();
    const now = { locale: "ja", now: nextDay } as const;
    const acts = async () => (await getSubmissionReview(decider, number, now)).arrangement?.acts;
    const input = { submissionId: item.id, version: 3, to: (await makeDesk()).id, explanation };
    const refusal = { code: "CONFLICT", messageKey: "kindAppealed" };
    await expect(previewKind(decider, input, now)).rejects.toMatchObject(refusal);
    await expect(changeKind(as(decider, nextDay), input)).rejects.toMatchObject(refusal);
    expect(await acts()).toEqual(["move", "escalate"]);
    expect(await submissionRow(item.id)).toMatchObject({ kind: "IDEA", review: "DECLINED", version: 3 });
    expect(await db().appeal.count({ where: { closedAt: null } })).toBe(1);
    await upholdAppeal(as(staff("MODERATOR"), nextDay), { ...appealed, explanation });
    expect(await acts()).toContain("kind");
    await changeKind(as(decider, nextDay), { ...input, version: 4 });
    expect((await submissionRow(item.id)).kind).toBe("INQUIRY");
  });

  it("leaves an appeal open when the text is moved to another theme, and cannot be merged or split meanwhile", async () => {
    const { item, decider } = await appealedSubmission();
    const input = { submissionId: item.id, version: 3 };
    const other = await makeSubmission({ themeId: (await makeTheme()).id });
    const into = { into: other.number, intoVersion: 1, explanation };
    const part = { title: "題", passage: "本文" };
    for (const act of [
      () => mergeSubmission(as(decider, nextDay), { ...input, ...into }),
      () => splitSubmission(as(decider, nextDay), { ...input, ...part }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "CONFLICT", messageKey: "notPossibleNow" });
    }
    const themeId = (await makeTheme()).id;
    await moveItem(as(decider, nextDay), { item, version: 3, themeId, explanation });
    expect((await submissionRow(item.id)).appealDueOn).not.toBeNull();
    expect(await db().appeal.count({ where: { closedAt: null } })).toBe(1);
  });

  it("is refused to officers and viewers, and on a stale page", async () => {
    const desk = await makeDesk();
    const { id } = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC", inquiryDeskId: desk.id });
    const input = { submissionId: id, version: 1, to: (await makeTheme(desk.id)).id, explanation };
    for (const actor of [staff("VIEWER"), staff("OFFICER", desk.id)]) {
      await expect(changeKind(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(changeKind(as(moderator), { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    expect(await db().auditEntry.count()).toBe(0);
  });
});
