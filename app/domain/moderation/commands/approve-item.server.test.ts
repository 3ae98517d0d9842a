import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  as,
  makeAddress,
  makeComment,
  makeDesk,
  makeSubmission,
  makeTheme,
  staff,
} from "#tests/support/factories/review-rows.ts";
import { approveItem } from "./approve-item.server.ts";

useDatabase();

const submissionOf = (id: string) => db().submission.findUniqueOrThrow({ where: { id } });

async function pendingIdea() {
  const desk = await makeDesk();
  const theme = await makeTheme(desk.id);
  const emailAddressId = await makeAddress("author@example.com");
  const submission = await makeSubmission({ themeId: theme.id, hidden: { emailAddressId, name: "市民A" } });
  return { desk, theme, submission, item: { type: "submission", id: submission.id } as const };
}

describe("approving a submission", () => {
  it("publishes it, promises an answer, counts it on its theme, and tells its author", async () => {
    const { theme, submission, item } = await pendingIdea();
    await approveItem(as(staff("MODERATOR")), { item, version: 1 });

    const after = await submissionOf(submission.id);
    expect(after).toMatchObject({ review: "PUBLISHED", version: 2, handling: "NEW" });
    expect(after.publishedAt).not.toBeNull();
    // Ten business days after Tuesday 24 November.
    expect(after.dueOn?.toISOString()).toBe("2026-12-08T00:00:00.000Z");
    expect((await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).proposalCount).toBe(1);
    expect(await db().timelineEntry.findMany({ where: { submissionId: submission.id } })).toMatchObject([
      { event: "PUBLISHED", audience: "PUBLIC", note: null },
    ]);
    expect(await db().reviewDecision.findMany()).toMatchObject([
      { decision: "APPROVE", revision: 1, reasonCode: null },
    ]);
    expect(await db().mail.findMany()).toMatchObject([
      { template: "published", recipient: "author@example.com", recipientKind: "PERSON", threadKey: submission.number },
    ]);
    expect(await db().auditEntry.findMany()).toMatchObject([
      { action: "approve-submission", actorKind: "staff", subjectId: submission.id, subjectNumber: submission.number },
    ]);
  });

  it("mails nobody whose address is not confirmed", async () => {
    const emailAddressId = await makeAddress("unconfirmed@example.com", false);
    const submission = await makeSubmission({ hidden: { emailAddressId } });
    await approveItem(as(staff("ADMIN")), { item: { type: "submission", id: submission.id }, version: 1 });
    expect(await db().mail.count()).toBe(0);
  });

  it("takes over the date of the desk that has it already", async () => {
    const { desk, submission, item } = await pendingIdea();
    await db().submission.update({
      where: { id: submission.id },
      data: { handling: "ASSIGNED", handlingDeskId: desk.id },
    });
    await db().assignment.create({
      data: {
        id: crypto.randomUUID(),
        submissionId: submission.id,
        deskId: desk.id,
        dueOn: new Date("2026-12-01T00:00:00Z"),
        assignedAt: new Date("2026-11-20T00:00:00Z"),
      },
    });
    await approveItem(as(staff("MODERATOR")), { item, version: 1 });
    expect((await submissionOf(submission.id)).dueOn?.toISOString()).toBe("2026-12-01T00:00:00.000Z");
  });

  it("promises no day while the desk waits for the author's reply", async () => {
    const { desk, submission, item } = await pendingIdea();
    await db().submission.update({
      where: { id: submission.id },
      data: { handling: "ASSIGNED", handlingDeskId: desk.id, waitsForAuthor: true },
    });
    await db().assignment.create({
      data: {
        id: crypto.randomUUID(),
        submissionId: submission.id,
        deskId: desk.id,
        dueOn: new Date("2026-12-01T00:00:00Z"),
        pausedDays: 4,
        assignedAt: new Date("2026-11-20T00:00:00Z"),
      },
    });
    await approveItem(as(staff("MODERATOR")), { item, version: 1 });
    expect((await submissionOf(submission.id)).dueOn).toBeNull();
  });

  it("is refused to officers and viewers, and looks absent to officers of other desks", async () => {
    const { desk, submission, item } = await pendingIdea();
    const input = { item, version: 1 };
    await expect(approveItem(as(staff("VIEWER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(approveItem(as(staff("OFFICER", desk.id)), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await db().submission.update({ where: { id: submission.id }, data: { handlingDeskId: desk.id } });
    await expect(approveItem(as(staff("OFFICER", desk.id)), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(approveItem(as({ kind: "anonymous" }), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(approveItem(as({ kind: "author", of: "submission", id: submission.id }), input)).rejects.toMatchObject(
      {
        code: "FORBIDDEN",
      },
    );
    expect((await submissionOf(submission.id)).review).toBe("PENDING");
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("is impossible for an inquiry, and for what is not pending", async () => {
    const inquiry = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC" });
    const withdrawn = await makeSubmission({ review: "WITHDRAWN" });
    for (const { id } of [inquiry, withdrawn]) {
      await expect(
        approveItem(as(staff("MODERATOR")), { item: { type: "submission", id }, version: 1 }),
      ).rejects.toMatchObject({ code: "CONFLICT", messageKey: "notPossibleNow" });
    }
  });

  it("refuses a page that somebody else's change has overtaken, and changes nothing", async () => {
    const { submission, item } = await pendingIdea();
    await db().submission.update({ where: { id: submission.id }, data: { version: 2 } });
    await expect(approveItem(as(staff("MODERATOR")), { item, version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "changedMeanwhile",
    });
    expect(await db().reviewDecision.count()).toBe(0);
    expect(await db().mail.count()).toBe(0);
  });
});

describe("approving a comment", () => {
  async function commentOnProposal(commenter: string, proposalReview: "PUBLISHED" | "HIDDEN" = "PUBLISHED") {
    const desk = await makeDesk();
    const theme = await makeTheme(desk.id);
    const author = await makeAddress("author@example.com");
    const submission = await makeSubmission({
      themeId: theme.id,
      review: proposalReview,
      hidden: { emailAddressId: author },
    });
    const emailAddressId = commenter === "author@example.com" ? author : await makeAddress(commenter);
    const comment = await makeComment({ themeId: theme.id, submissionId: submission.id, hidden: { emailAddressId } });
    return { submission, comment, item: { type: "comment", id: comment.id } as const };
  }

  it("counts it, tells the commenter, and tells the author of the proposal", async () => {
    const { submission, comment, item } = await commentOnProposal("commenter@example.com");
    await approveItem(as(staff("MODERATOR")), { item, version: 1 });
    expect(await db().comment.findUniqueOrThrow({ where: { id: comment.id } })).toMatchObject({
      review: "PUBLISHED",
      dueOn: null,
    });
    expect((await submissionOf(submission.id)).commentCount).toBe(1);
    const mails = await db().mail.findMany({ orderBy: { template: "asc" } });
    expect(mails.map(({ template, recipient }) => [template, recipient])).toEqual([
      ["commented", "author@example.com"],
      ["published", "commenter@example.com"],
    ]);
    expect(await db().auditEntry.findMany()).toMatchObject([{ action: "approve-comment", subjectType: "comment" }]);
  });

  it("does not tell people about their own comment on their own proposal", async () => {
    const { item } = await commentOnProposal("author@example.com");
    await approveItem(as(staff("MODERATOR")), { item, version: 1 });
    expect((await db().mail.findMany()).map(({ template }) => template)).toEqual(["published"]);
  });

  it("is impossible while the proposal is not public: nobody could read it", async () => {
    const { item } = await commentOnProposal("commenter@example.com", "HIDDEN");
    await expect(approveItem(as(staff("MODERATOR")), { item, version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "parentNotPublic",
    });
    expect(await db().mail.count()).toBe(0);
  });
});
