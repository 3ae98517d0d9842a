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
import { returnItem } from "./return-item.server.ts";

useDatabase();

const reason = { reasonCode: "PERSONAL_DATA", explanation: "電話番号が書かれています。消してください。" } as const;

describe("returning a text", () => {
  it("keeps it out of public view, tells its author why, and no one else", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const submission = await makeSubmission({ hidden: { emailAddressId } });
    await returnItem(as(staff("MODERATOR")), {
      item: { type: "submission", id: submission.id },
      version: 1,
      ...reason,
    });
    expect(await db().submission.findUniqueOrThrow({ where: { id: submission.id } })).toMatchObject({
      review: "RETURNED",
      dueOn: null,
      publishedAt: null,
    });
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { event: "RETURNED", audience: "AUTHOR", note: reason.explanation },
    ]);
    expect(await db().reviewDecision.findMany()).toMatchObject([
      { decision: "RETURN", ...reason, reasonLabel: { en: "Reason PERSONAL_DATA" } },
    ]);
    const mails = await db().mail.findMany();
    expect(mails).toMatchObject([{ template: "returned", recipient: "author@example.com" }]);
    expect(mails[0]?.params).toMatchObject({
      reason: { ja: "理由 PERSONAL_DATA", en: "Reason PERSONAL_DATA" },
      explanation: reason.explanation,
    });
    const audit = await db().auditEntry.findMany();
    expect(audit).toMatchObject([{ action: "return-submission", detail: { reasonCode: "PERSONAL_DATA" } }]);
    expect(JSON.stringify(audit[0]?.detail)).not.toContain(reason.explanation);
  });

  it("works for a comment", async () => {
    const theme = await makeTheme();
    const comment = await makeComment({ themeId: theme.id });
    await returnItem(as(staff("MODERATOR")), { item: { type: "comment", id: comment.id }, version: 1, ...reason });
    expect((await db().comment.findUniqueOrThrow({ where: { id: comment.id } })).review).toBe("RETURNED");
    expect(await db().auditEntry.findMany()).toMatchObject([{ action: "return-comment" }]);
  });

  it("needs a reason and an explanation", async () => {
    const { id } = await makeSubmission();
    const input = { item: { type: "submission", id } as const, version: 1 };
    await expect(
      returnItem(as(staff("MODERATOR")), { ...input, reasonCode: null, explanation: "x" }),
    ).rejects.toMatchObject({ code: "INPUT", fields: { reasonCode: ["choose"] } });
    await expect(
      returnItem(as(staff("MODERATOR")), { ...input, reasonCode: "OTHER", explanation: "  " }),
    ).rejects.toMatchObject({ code: "INPUT", fields: { explanation: ["required"] } });
    for (const [reasonCode, problem] of [
      ["OLD", "choose"],
      ["NONE", "choose"],
      ["DUPLICATE", "reasonNotForDecision"],
    ] as const) {
      await expect(
        returnItem(as(staff("MODERATOR")), { ...input, reasonCode, explanation: "x" }),
      ).rejects.toMatchObject({ code: "INPUT", fields: { reasonCode: [problem] } });
    }
  });

  it("is refused to viewers and officers, for what is published, and on a stale page", async () => {
    const desk = await makeDesk();
    const published = await makeSubmission({ review: "PUBLISHED", handlingDeskId: desk.id });
    const input = { item: { type: "submission", id: published.id } as const, version: 1, ...reason };
    await expect(returnItem(as(staff("VIEWER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(returnItem(as(staff("OFFICER", desk.id)), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(returnItem(as(staff("OFFICER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(returnItem(as(staff("MODERATOR")), input)).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    await expect(returnItem(as(staff("MODERATOR")), { ...input, version: 9 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    expect(await db().reviewDecision.count()).toBe(0);
  });
});
