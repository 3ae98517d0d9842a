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
import { restoreItem } from "./restore-item.server.ts";

useDatabase();

const explanation = "確認の結果、公開を続けることにしました。";

describe("restoring a text", () => {
  it("brings it back into public view and tells its author why", async () => {
    const theme = await makeTheme();
    const emailAddressId = await makeAddress("author@example.com");
    const { id } = await makeSubmission({ themeId: theme.id, review: "HIDDEN", hidden: { emailAddressId } });
    await restoreItem(as(staff("MODERATOR")), { item: { type: "submission", id }, version: 1, explanation });
    expect((await db().submission.findUniqueOrThrow({ where: { id } })).review).toBe("PUBLISHED");
    expect((await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).proposalCount).toBe(1);
    expect(await db().reviewDecision.findMany()).toMatchObject([
      { decision: "RESTORE", explanation, reasonCode: null },
    ]);
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { event: "RESTORED", audience: "AUTHOR", note: explanation },
    ]);
    expect(await db().mail.findMany()).toMatchObject([{ template: "restored", params: { explanation } }]);
    expect(await db().auditEntry.findMany()).toMatchObject([{ action: "restore-submission" }]);
  });

  it("is impossible for a reply below a hidden comment", async () => {
    const theme = await makeTheme();
    const parent = await makeComment({ themeId: theme.id, review: "HIDDEN" });
    const reply = await makeComment({ themeId: theme.id, parentId: parent.id, review: "HIDDEN" });
    await expect(
      restoreItem(as(staff("MODERATOR")), { item: { type: "comment", id: reply.id }, version: 1, explanation }),
    ).rejects.toMatchObject({ messageKey: "parentNotPublic" });
  });

  it("needs an explanation; is refused to viewers and officers, for what is not hidden, and on a stale page", async () => {
    const desk = await makeDesk();
    const hidden = await makeSubmission({ review: "HIDDEN", handlingDeskId: desk.id });
    const pending = await makeSubmission({ review: "PENDING" });
    const input = { item: { type: "submission", id: hidden.id } as const, version: 1, explanation };
    await expect(restoreItem(as(staff("MODERATOR")), { ...input, explanation: " " })).rejects.toMatchObject({
      fields: { explanation: ["required"] },
    });
    await expect(restoreItem(as(staff("VIEWER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(restoreItem(as(staff("OFFICER", desk.id)), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(restoreItem(as(staff("OFFICER")), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(
      restoreItem(as(staff("MODERATOR")), { ...input, item: { type: "submission", id: pending.id } }),
    ).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    await expect(restoreItem(as(staff("MODERATOR")), { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
  });
});
