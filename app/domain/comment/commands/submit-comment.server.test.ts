import { describe, expect, it } from "vitest";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  bringCommentTo,
  bringSubmissionTo,
  changeNow,
  commentInput,
  confirmedAddress,
  contextOf,
  ideaInput,
  inquiryInput,
  makeDesk,
  makeTheme,
  publishedIdea,
  queuedMails,
  staffActor,
} from "#tests/support/submissions.ts";
import { submitComment } from "./submit-comment.server.ts";

describe("commenting", () => {
  useDatabase();

  it("on a theme's question waits for review, with a receipt number from the common sequence and one audit entry", async () => {
    const theme = await makeTheme();
    await submitIdea(contextOf(), ideaInput());
    const receipt = await submitComment(
      contextOf(),
      commentInput({ questionId: theme.questionId, displayName: "市民A" }),
    );
    expect(receipt.number).toBe("R8-0002");
    expect(
      await db().comment.findUniqueOrThrow({ where: { id: receipt.id }, include: { revisions: true, timeline: true } }),
    ).toMatchObject({
      review: "PENDING",
      themeId: theme.id,
      questionId: theme.questionId,
      submissionId: null,
      displayName: "市民A",
      dueOn: new Date("2026-11-27T00:00:00Z"),
      trackingKeyHash: hashToken(receipt.trackingKey),
      revisions: [{ revision: 1 }],
      timeline: [{ event: "RECEIVED" }],
    });
    expect(await auditedActions()).toEqual(["submit-idea", "submit-comment"]);
    expect(await queuedMails()).toEqual([]);
  });

  it("on a published proposal may take a stance, and asks a new address first", async () => {
    const theme = await makeTheme();
    const idea = await publishedIdea();
    const receipt = await submitComment(
      contextOf(),
      commentInput({ on: { number: idea.number }, stance: "UNSURE", email: "b@example.com" }),
    );
    expect(await db().comment.findUniqueOrThrow({ where: { id: receipt.id } })).toMatchObject({
      submissionId: idea.id,
      themeId: theme.id,
      stance: "UNSURE",
    });
    expect(await queuedMails()).toEqual([{ template: "confirm-address", recipient: "b@example.com" }]);
    await confirmedAddress("c@example.com");
    await submitComment(contextOf(), commentInput({ email: "c@example.com" }));
    expect(await queuedMails()).toContainEqual({ template: "receipt", recipient: "c@example.com" });
  });

  it("takes no stance on a theme", async () => {
    await makeTheme();
    await expect(submitComment(contextOf(), commentInput({ stance: "FOR" }))).rejects.toMatchObject({
      code: "INPUT",
      fields: { stance: ["choose"] },
    });
  });

  it("is possible only on what everybody can read", async () => {
    await makeTheme();
    await makeDesk();
    const inquiry = await submitInquiry(contextOf(), inquiryInput());
    const numbers = [inquiry.number, "R8-9999"];
    for (const state of ["PENDING", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN"] as const) {
      const idea = await submitIdea(contextOf(), ideaInput());
      await bringSubmissionTo(idea.id, state);
      numbers.push(idea.number);
    }
    for (const number of numbers) {
      await expect(submitComment(contextOf(), commentInput({ on: { number } }))).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    await expect(submitComment(contextOf(), commentInput({ on: { themeSlug: "nowhere" } }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("replies to a published comment on the same thing, one level deep", async () => {
    const theme = await makeTheme();
    const idea = await publishedIdea();
    const on = { number: idea.number };
    const upper = await submitComment(contextOf(), commentInput({ on }));
    const reply = () => submitComment(contextOf(), commentInput({ on, parent: upper.id }));
    await expect(reply()).rejects.toMatchObject({ code: "CONFLICT", messageKey: "parentGone" });
    await bringCommentTo(upper.id, "PUBLISHED");
    const first = await reply();
    await bringCommentTo(first.id, "PUBLISHED");
    await expect(submitComment(contextOf(), commentInput({ on, parent: first.id }))).rejects.toMatchObject({
      messageKey: "replyToReply",
    });
    await expect(submitComment(contextOf(), commentInput({ parent: upper.id }))).rejects.toMatchObject({
      messageKey: "parentGone",
    });
    await changeNow(idea.id, { review: "HIDDEN" });
    await expect(reply()).rejects.toMatchObject({ code: "NOT_FOUND" });

    const onQuestion = await submitComment(contextOf(), commentInput({ questionId: theme.questionId }));
    await bringCommentTo(onQuestion.id, "PUBLISHED");
    const below = await submitComment(contextOf(), commentInput({ parent: onQuestion.id }));
    expect(await db().comment.findUniqueOrThrow({ where: { id: below.id } })).toMatchObject({
      parentId: onQuestion.id,
      questionId: theme.questionId,
    });
  });

  it("gives one comment and one receipt when the same confirm page is sent several times at once", async () => {
    await makeTheme();
    const input = commentInput({ email: "a@example.com" });
    const receipts = await Promise.all([1, 2, 3, 4].map(() => submitComment(contextOf(), input)));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await db().comment.count()).toBe(1);
    expect(await queuedMails()).toHaveLength(1);
  });

  it("ends with the plan, but not with proposals, and is not for staff", async () => {
    await makeTheme({ slug: "ended", participation: "CLOSED" });
    await makeTheme({ acceptsIdeas: false });
    await expect(submitComment(contextOf(), commentInput({ on: { themeSlug: "ended" } }))).rejects.toMatchObject({
      messageKey: "planClosed",
    });
    await submitComment(contextOf(), commentInput());
    await expect(submitComment(contextOf(staffActor("MODERATOR")), commentInput())).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
