import { addHours } from "date-fns/addHours";
import { describe, expect, it } from "vitest";
import { forgetReporters } from "#app/domain/report/keep-report.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { openReports, publishedItems, reportInput } from "#tests/support/factories/reports.ts";
import { as, makeAddress, makeSubmission, noon, staff } from "#tests/support/factories/review-rows.ts";
import { queuedMails } from "#tests/support/submissions.ts";
import { reportItem } from "./report-item.server.ts";

useDatabase();

describe("reporting a text", () => {
  it("is kept for the city, changes nothing about the text and mails nobody", async () => {
    const { submission } = await publishedItems();
    const before = await db().submission.findUniqueOrThrow({ where: { id: submission.item.id } });
    await reportItem(as(anonymous), reportInput(submission.named, { sender: "network-a" }));
    expect(await db().report.findMany()).toMatchObject([
      {
        submissionId: submission.item.id,
        commentId: null,
        revision: 1,
        reasonCode: "PERSONAL_DATA",
        reasonLabel: { ja: "理由 PERSONAL_DATA" },
        words: "二行目に電話番号があります。",
        isRepeat: false,
        at: noon,
        closedAt: null,
      },
    ]);
    expect(await db().submission.findUniqueOrThrow({ where: { id: submission.item.id } })).toEqual({
      ...before,
      reportedAt: noon,
    });
    expect(await db().timelineEntry.count()).toBe(0);
    expect(await queuedMails()).toEqual([]);
    const entries = await db().auditEntry.findMany({ where: { action: "report-item" } });
    expect(entries).toMatchObject([{ actorKind: "anonymous", subjectId: submission.item.id }]);
    expect(JSON.stringify(entries[0]?.detail)).not.toContain("電話番号");
  });

  it("is possible for a comment, in words of one's own", async () => {
    const { comment } = await publishedItems();
    const other = { reasonCode: "OTHER", words: "写真の説明が、ほかの人の文章です。" };
    await reportItem(as(anonymous), reportInput(comment.named, other));
    expect(await db().report.findMany()).toMatchObject([
      { commentId: comment.item.id, reasonCode: null, reasonLabel: null, words: other.words },
    ]);
    expect(await db().comment.findUniqueOrThrow({ where: { id: comment.item.id } })).toMatchObject({
      reportedAt: noon,
      version: 1,
    });
  });

  it("counts once for one network within a day, and keeps what each says", async () => {
    const { submission, comment } = await publishedItems();
    const from = (sender: string, hours: number, item = submission) =>
      reportItem(
        as(anonymous, addHours(noon, hours)),
        reportInput(item.named, { sender, words: `${sender} ${hours}` }),
      );
    await from("network-a", 0);
    await from("network-a", 1);
    await from("network-b", 2);
    await from("network-a", 3, comment);
    const rows = await db().report.findMany({ orderBy: { at: "asc" } });
    expect(rows.map(({ isRepeat }) => isRepeat)).toEqual([false, true, false, false]);
    expect(await db().submission.findUniqueOrThrow({ where: { id: submission.item.id } })).toMatchObject({
      reportedAt: noon,
    });
    expect(await forgetReporters(addHours(noon, 25.5))).toBe(2);
    expect(await db().report.count({ where: { sender: null } })).toBe(2);
  });

  it("asks the owner of a new address whether it is theirs, and sends a confirmed one nothing yet", async () => {
    const { submission } = await publishedItems();
    await makeAddress("known@example.com");
    await reportItem(as(anonymous), reportInput(submission.named, { email: "new@example.com" }));
    await reportItem(as(anonymous), reportInput(submission.named, { email: "known@example.com" }));
    expect(await db().mail.findMany()).toMatchObject([
      {
        template: "confirm-report-address",
        recipient: "new@example.com",
        submissionId: submission.item.id,
        params: { number: submission.number },
      },
    ]);
  });

  it("is one report however often the confirm page is sent", async () => {
    const { submission } = await publishedItems();
    const input = reportInput(submission.named);
    await Promise.all([1, 2, 3].map(() => reportItem(as(anonymous), input)));
    expect(await openReports()).toBe(1);
    expect(await db().auditEntry.count({ where: { action: "report-item" } })).toBe(1);
  });

  it("is impossible for what nobody can read", async () => {
    const { theme, comment, submission } = await publishedItems();
    for (const review of ["PENDING", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN"] as const) {
      const { number } = await makeSubmission({ themeId: theme.id, review });
      await expect(
        reportItem(as(anonymous), reportInput({ type: "submission", number })),
        review,
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const inquiry = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC" });
    for (const item of [
      { type: "submission", number: inquiry.number },
      { type: "comment", number: submission.number },
      { type: "submission", number: comment.number },
    ] as const)
      await expect(reportItem(as(anonymous), reportInput(item))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().report.count()).toBe(0);
  });

  it("is for readers: staff decide instead", async () => {
    const { submission } = await publishedItems();
    for (const actor of [staff("MODERATOR"), staff("OFFICER"), staff("VIEWER")])
      await expect(reportItem(as(actor), reportInput(submission.named))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("needs a reason that is offered, and words for another one", async () => {
    const { submission } = await publishedItems();
    const report = (changes: object) => reportItem(as(anonymous), reportInput(submission.named, changes));
    for (const reasonCode of ["OLD", "DUPLICATE", "UNKNOWN"])
      await expect(report({ reasonCode }), reasonCode).rejects.toMatchObject({ code: "INPUT" });
    await expect(report({ reasonCode: "OTHER", words: null })).rejects.toMatchObject({
      fields: { words: ["reportWords"] },
    });
    await report({ reasonCode: "ABUSE", words: null });
    expect(await openReports()).toBe(1);
  });
});
