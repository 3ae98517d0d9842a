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
import { hideItem } from "./hide-item.server.ts";

useDatabase();

const reason = { reasonCode: "ABUSE", explanation: "ほかの人を傷つける言葉があるため、公開をやめました。" } as const;

describe("hiding a text", () => {
  it("takes it and its count out of public view and tells its author", async () => {
    const theme = await makeTheme();
    const emailAddressId = await makeAddress("author@example.com");
    const { id } = await makeSubmission({ themeId: theme.id, hidden: { emailAddressId } });
    const item = { type: "submission", id } as const;
    await approveItem(as(staff("MODERATOR")), { item, version: 1 });
    const { dueOn } = await db().submission.findUniqueOrThrow({ where: { id } });
    await hideItem(as(staff("MODERATOR")), { item, version: 2, ...reason });
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ review: "HIDDEN", dueOn });
    expect((await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).proposalCount).toBe(0);
    expect(await db().timelineEntry.findFirst({ where: { event: "HIDDEN" } })).toMatchObject({ audience: "AUTHOR" });
    expect(await db().mail.findFirst({ where: { template: "hidden" } })).toMatchObject({
      params: { explanation: reason.explanation, reason: { ja: "理由 ABUSE" } },
    });
    expect(await db().auditEntry.count({ where: { action: "hide-submission" } })).toBe(1);
  });

  it("takes a comment off the count of its proposal", async () => {
    const theme = await makeTheme();
    const submission = await makeSubmission({ themeId: theme.id, review: "PUBLISHED" });
    const comment = await makeComment({ themeId: theme.id, submissionId: submission.id });
    const item = { type: "comment", id: comment.id } as const;
    await approveItem(as(staff("MODERATOR")), { item, version: 1 });
    await hideItem(as(staff("MODERATOR")), { item, version: 2, ...reason });
    expect((await db().submission.findUniqueOrThrow({ where: { id: submission.id } })).commentCount).toBe(0);
  });

  it("is refused to viewers and officers, for what is not published, and on a stale page", async () => {
    const desk = await makeDesk();
    const { id } = await makeSubmission({ review: "PENDING", handlingDeskId: desk.id });
    const input = { item: { type: "submission", id } as const, version: 1, ...reason };
    await expect(hideItem(as(staff("VIEWER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(hideItem(as(staff("OFFICER", desk.id)), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(hideItem(as(staff("OFFICER")), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(hideItem(as(staff("MODERATOR")), input)).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    await expect(hideItem(as(staff("MODERATOR")), { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
  });
});
