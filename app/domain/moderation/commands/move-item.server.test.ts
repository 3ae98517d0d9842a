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
  noon,
  staff,
} from "#tests/support/factories/review-rows.ts";
import { openItem } from "../open-item.server.ts";
import { previewMove } from "../queries/preview-move.server.ts";
import { moveItem } from "./move-item.server.ts";

useDatabase();

const explanation = "窓口のことなので、このテーマで扱います。";
const moderator = staff("MODERATOR");

async function twoThemes() {
  const desk = await makeDesk();
  return { desk, from: await makeTheme(desk.id), to: await makeTheme(desk.id) };
}

const countsOf = (id: string) =>
  db().theme.findUniqueOrThrow({
    where: { id },
    select: { proposalCount: true, answeredCount: true, commentCount: true },
  });

describe("moving a submission to another theme", () => {
  it("takes its comments and its numbers along, leaves its desk alone, and tells everybody and its author", async () => {
    const { desk, from, to } = await twoThemes();
    const emailAddressId = await makeAddress("author@example.com");
    const { id, number } = await makeSubmission({
      themeId: from.id,
      review: "PUBLISHED",
      handling: "ASSIGNED",
      handlingDeskId: desk.id,
      answeredAt: new Date("2026-11-20T00:00:00Z"),
      hidden: { emailAddressId },
    });
    await db().theme.update({ where: { id: from.id }, data: { proposalCount: 1, answeredCount: 1, commentCount: 4 } });
    const comment = await makeComment({ themeId: from.id, submissionId: id, review: "PUBLISHED" });
    const input = { item: { type: "submission", id } as const, version: 1, themeId: to.id, explanation };
    expect(await previewMove(moderator, input, "ja")).toMatchObject({
      facts: [{ term: "themeBefore" }, { term: "themeNow" }],
      mails: [{ number, recipient: "confirmed", text: expect.stringContaining(explanation) }],
    });
    expect(await db().mail.count()).toBe(0);
    await moveItem(as(moderator), input);

    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      themeId: to.id,
      questionId: null,
      review: "PUBLISHED",
      handlingDeskId: desk.id,
      version: 2,
    });
    expect(await db().comment.findUniqueOrThrow({ where: { id: comment.id } })).toMatchObject({ themeId: to.id });
    expect(await countsOf(from.id)).toEqual({ proposalCount: 0, answeredCount: 0, commentCount: 4 });
    expect(await countsOf(to.id)).toEqual({ proposalCount: 1, answeredCount: 1, commentCount: 0 });
    expect(await db().timelineEntry.findMany()).toMatchObject([{ event: "MOVED", audience: "PUBLIC" }]);
    expect(await db().mail.findMany()).toMatchObject([
      { template: "moved", recipient: "author@example.com", params: { path: `/proposals/${number}`, explanation } },
    ]);
    expect(await db().auditEntry.findMany()).toMatchObject([
      { action: "move-submission", subjectNumber: number, detail: { fromThemeId: from.id, themeId: to.id } },
    ]);
  });

  it("of what is not public counts nothing, is told to its author alone, and mails no unconfirmed address", async () => {
    const { from, to } = await twoThemes();
    const emailAddressId = await makeAddress("author@example.com", false);
    const { id } = await makeSubmission({ themeId: from.id, hidden: { emailAddressId } });
    await moveItem(as(moderator), { item: { type: "submission", id }, version: 1, themeId: to.id, explanation });
    expect(await countsOf(to.id)).toMatchObject({ proposalCount: 0 });
    expect(await db().timelineEntry.findMany()).toMatchObject([{ audience: "AUTHOR", note: explanation }]);
    expect(await db().mail.count()).toBe(0);
  });

  it("is refused for the theme it has, a theme whose plan is over, and one that is not there", async () => {
    const { from, to } = await twoThemes();
    const { id } = await makeSubmission({ themeId: from.id });
    const move = (themeId: string) =>
      moveItem(as(moderator), { item: { type: "submission", id }, version: 1, themeId, explanation });
    await expect(move(from.id)).rejects.toMatchObject({ fields: { themeId: ["sameTheme"] } });
    await db().plan.update({ where: { id: to.planId }, data: { participation: "CLOSED" } });
    for (const themeId of [to.id, crypto.randomUUID()]) {
      await expect(move(themeId)).rejects.toMatchObject({ fields: { themeId: ["choose"] } });
    }
  });

  it("is refused while another moderator has it open", async () => {
    const { from, to } = await twoThemes();
    const item = { type: "submission", id: (await makeSubmission({ themeId: from.id })).id } as const;
    await openItem(staff("MODERATOR"), item, { now: noon, isLook: true });
    await expect(moveItem(as(moderator), { item, version: 1, themeId: to.id, explanation })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "claimedByAnother",
    });
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({ themeId: from.id });
  });

  it("is refused to officers and viewers, for an inquiry and what was withdrawn, and on a stale page", async () => {
    const { desk, from, to } = await twoThemes();
    const { id } = await makeSubmission({ themeId: from.id, handlingDeskId: desk.id });
    const input = { item: { type: "submission", id } as const, version: 1, themeId: to.id, explanation };
    for (const actor of [staff("VIEWER"), staff("OFFICER", desk.id)]) {
      await expect(moveItem(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(moveItem(as(moderator), { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    const withdrawn = await makeSubmission({ themeId: from.id, review: "WITHDRAWN" });
    const inquiry = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC" });
    for (const other of [withdrawn, inquiry]) {
      await expect(
        moveItem(as(moderator), { ...input, item: { type: "submission", id: other.id } }),
      ).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    }
    expect(await db().auditEntry.count()).toBe(0);
  });
});

describe("moving a comment to another theme", () => {
  it("takes its replies and their numbers along", async () => {
    const { from, to } = await twoThemes();
    const emailAddressId = await makeAddress("author@example.com");
    const comment = await makeComment({
      themeId: from.id,
      review: "PUBLISHED",
      replyCount: 1,
      hidden: { emailAddressId },
    });
    const reply = await makeComment({ themeId: from.id, parentId: comment.id, review: "PUBLISHED" });
    await db().theme.update({ where: { id: from.id }, data: { commentCount: 2 } });
    await moveItem(as(moderator), {
      item: { type: "comment", id: comment.id },
      version: 1,
      themeId: to.id,
      explanation,
    });
    expect(await db().comment.findMany({ where: { id: { in: [comment.id, reply.id] } } })).toMatchObject([
      { themeId: to.id },
      { themeId: to.id },
    ]);
    expect(await countsOf(from.id)).toMatchObject({ commentCount: 0 });
    expect(await countsOf(to.id)).toMatchObject({ commentCount: 2 });
    expect(await db().mail.findMany()).toMatchObject([
      { template: "moved", params: { path: `/themes/${to.slug}#${comment.number}` } },
    ]);
    expect(await db().auditEntry.findMany()).toMatchObject([{ action: "move-comment" }]);
  });

  it("is impossible for a reply and for a comment on a proposal: they go where that goes", async () => {
    const { from, to } = await twoThemes();
    const proposal = await makeSubmission({ themeId: from.id, review: "PUBLISHED" });
    const upper = await makeComment({ themeId: from.id, review: "PUBLISHED" });
    const below = [
      await makeComment({ themeId: from.id, submissionId: proposal.id }),
      await makeComment({ themeId: from.id, parentId: upper.id }),
    ];
    for (const { id } of below) {
      await expect(
        moveItem(as(moderator), { item: { type: "comment", id }, version: 1, themeId: to.id, explanation }),
      ).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    }
  });
});
