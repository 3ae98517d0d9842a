import { addHours } from "date-fns/addHours";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { openReports, publishedItems, reportedSubmission, reportInput } from "#tests/support/factories/reports.ts";
import { as, makeAddress, makeComment, makeSubmission, noon, staff } from "#tests/support/factories/review-rows.ts";
import { closeReports } from "./close-reports.server.ts";
import { escalateItem } from "./escalate-item.server.ts";
import { hideItem } from "./hide-item.server.ts";
import { mergeSubmission } from "./merge-submission.server.ts";
import { planDecisions } from "./plan-decisions.server.ts";
import { redactItem } from "./redact-item.server.ts";
import { reportItem } from "./report-item.server.ts";

useDatabase();

const later = addHours(noon, 20);
const explanation = "市の施設の番号で、個人の番号ではありません。";
const kept = { outcome: "KEPT", explanation } as const;
const mailsTo = (recipient: string) => db().mail.findMany({ where: { recipient }, orderBy: { createdAt: "asc" } });

describe("closing the reports of a text", () => {
  it("that stays tells its reader why, and its author neither who nor what", async () => {
    await makeAddress("reader@example.com");
    const { item, number, reportId, closing } = await reportedSubmission({ email: "reader@example.com" });
    const moderator = staff("MODERATOR");
    await closeReports(as(moderator, later), { ...closing, ...kept });
    expect(await db().report.findUniqueOrThrow({ where: { id: reportId } })).toMatchObject({
      outcome: "KEPT",
      explanation,
      byId: moderator.id,
      byLabel: moderator.name,
      closedAt: later,
    });
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({
      review: "PUBLISHED",
      reportedAt: null,
      version: 1,
    });
    expect(await mailsTo("reader@example.com")).toMatchObject([
      {
        template: "report-closed",
        params: {
          number,
          outcome: "KEPT",
          explanation,
          reportedOn: "2026-11-24",
          path: `/proposals/${number}`,
          reported: { ja: "理由 PERSONAL_DATA" },
        },
      },
    ]);
    const [toAuthor] = await mailsTo("author@example.com");
    expect(toAuthor).toMatchObject({ template: "report-kept", threadKey: number });
    expect(JSON.stringify(toAuthor?.params)).not.toMatch(/施設の番号|電話番号|PERSONAL_DATA|reader/);
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { event: "REPORT_KEPT", audience: "AUTHOR", note: null },
    ]);
    expect(await db().auditEntry.count({ where: { action: "close-reports", subjectId: item.id } })).toBe(1);
    expect(await db().claim.count()).toBe(0);
  });

  it("about which something was done tells its readers alone", async () => {
    await makeAddress("reader@example.com");
    const { closing } = await reportedSubmission({ email: "reader@example.com" });
    await closeReports(as(staff("ADMIN"), later), { ...closing, outcome: "ACTED_ON", explanation });
    expect(await mailsTo("reader@example.com")).toMatchObject([{ params: { outcome: "ACTED_ON", reason: null } }]);
    expect(await mailsTo("author@example.com")).toEqual([]);
    expect(await db().timelineEntry.count()).toBe(0);
  });

  it("sends nothing to an address that its owner has not confirmed, and one mail to each other", async () => {
    await makeAddress("reader@example.com");
    const { item, named, closing } = await reportedSubmission({ email: "reader@example.com" });
    await reportItem(as(anonymous), reportInput(named, { email: "reader@example.com" }));
    await reportItem(as(anonymous), reportInput(named, { email: "stranger@example.com" }));
    const reports = (await db().report.findMany({ select: { id: true } })).map(({ id }) => id);
    await closeReports(as(staff("MODERATOR"), later), { ...closing, ...kept, reports });
    expect(await mailsTo("reader@example.com")).toHaveLength(1);
    expect((await mailsTo("stranger@example.com")).map(({ template }) => template)).toEqual(["confirm-report-address"]);
    expect(await db().report.count({ where: { submissionId: item.id, closedAt: null } })).toBe(0);
  });

  it("leaves those waiting that came after the page was opened", async () => {
    const { item, named, closing } = await reportedSubmission();
    const since = addHours(noon, 2);
    await reportItem(as(anonymous, since), reportInput(named));
    const moderator = staff("MODERATOR");
    await closeReports(as(moderator, later), { ...closing, ...kept });
    expect(await openReports()).toBe(1);
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({ reportedAt: since });
    expect(await db().claim.findMany()).toMatchObject([{ byId: moderator.id }]);
  });

  it("is refused to everybody who decides nothing, on a stale page, without words and to whom it does not belong", async () => {
    const { item, closing } = await reportedSubmission();
    const input = { ...closing, ...kept };
    await expect(closeReports(as(staff("VIEWER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(closeReports(as(staff("OFFICER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(closeReports(as(anonymous), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const author = { kind: "author", of: "submission", id: item.id } as const;
    await expect(closeReports(as(author), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const moderator = as(staff("MODERATOR"));
    await expect(closeReports(moderator, { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(closeReports(moderator, { ...input, explanation: " " })).rejects.toMatchObject({ code: "INPUT" });
    await expect(closeReports(moderator, { ...input, reports: [crypto.randomUUID()] })).rejects.toMatchObject({
      messageKey: "reportsClosed",
    });
    const holder = as(staff("MODERATOR"));
    await escalateItem(holder, { item, version: 1, note: "判断がつきません。" });
    await expect(closeReports(moderator, { ...input, version: 2 })).rejects.toMatchObject({ messageKey: "escalated" });
    expect(await openReports()).toBe(1);
    await closeReports(as(staff("ADMIN")), { ...input, version: 2 });
  });

  it("is refused while somebody else has the item or a decision about it waits, and happens once of two", async () => {
    const { item, closing } = await reportedSubmission();
    const one = as(staff("MODERATOR"));
    const other = as(staff("MODERATOR"));
    const input = { ...closing, ...kept };
    await planDecisions(one, {
      decision: "HIDE",
      items: [{ ...item, version: 1 }],
      reasonCode: "ABUSE",
      explanation,
    });
    await expect(closeReports(one, input)).rejects.toMatchObject({ messageKey: "alreadyPlanned" });
    await db().decisionRunItem.deleteMany();
    const results = await Promise.allSettled([one, other, one].map((context) => closeReports(context, input)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().auditEntry.count({ where: { action: "close-reports" } })).toBe(1);
  });
});

describe("reports of a text that stays no longer", () => {
  it("are closed as acted on when it is hidden: readers learn the rule, not what its author was told", async () => {
    await makeAddress("reader@example.com");
    const { item, number } = await reportedSubmission({ email: "reader@example.com" });
    const moderator = staff("MODERATOR");
    const words = { reasonCode: "ABUSE", explanation: "三段落目で、ある人を名指ししています。" };
    await hideItem(as(moderator, later), { item, version: 1, ...words });
    expect(await db().report.findMany()).toMatchObject([
      { outcome: "ACTED_ON", closedReason: { ja: "理由 ABUSE" }, explanation: null, byId: moderator.id },
    ]);
    const [mail] = await mailsTo("reader@example.com");
    expect(mail?.params).toMatchObject({ number, reason: { ja: "理由 ABUSE" }, title: null, path: null });
    expect(JSON.stringify(mail?.params)).not.toContain("名指し");
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({ reportedAt: null });
    expect((await db().auditEntry.findMany({ where: { subjectId: item.id } })).map(({ action }) => action)).toEqual([
      "report-item",
      "hide-submission",
    ]);
  });

  it("are closed when its author withdraws it, or it is merged into another one", async () => {
    await makeAddress("reader@example.com");
    const { item, theme, comment } = await reportedSubmission({ email: "reader@example.com" });
    await withdrawSubmission(as({ kind: "author", of: "submission", id: item.id }, later), { version: 1 });
    expect(await db().report.findMany()).toMatchObject([
      { outcome: "GONE", byId: null, byLabel: null, closedAt: later },
    ]);
    expect(await mailsTo("reader@example.com")).toMatchObject([
      { params: { outcome: "GONE", title: null, path: null } },
    ]);

    const published = { themeId: theme.id, review: "PUBLISHED", publishedAt: noon } as const;
    const merged = await makeSubmission(published);
    const into = await makeSubmission(published);
    await reportItem(as(anonymous), reportInput({ type: "submission", number: merged.number }));
    await mergeSubmission(as(staff("MODERATOR"), later), {
      submissionId: merged.id,
      version: 1,
      into: into.number,
      intoVersion: 1,
      explanation,
    });
    expect(await db().report.findFirst({ where: { submissionId: merged.id } })).toMatchObject({ outcome: "GONE" });

    await reportItem(as(anonymous), reportInput(comment.named));
    await hideItem(as(staff("MODERATOR"), later), { item: comment.item, version: 1, reasonCode: "ABUSE", explanation });
    expect(await db().report.findFirst({ where: { commentId: comment.item.id } })).toMatchObject({
      outcome: "ACTED_ON",
    });
    expect(await openReports()).toBe(0);
  });

  it("are closed with hiding personal data, if the moderator says so", async () => {
    await makeAddress("reader@example.com");
    const { item, number, reportId } = await reportedSubmission({ email: "reader@example.com" });
    const hide = (version: number, text: string, closes: string[]) =>
      redactItem(as(staff("ADMIN"), later), {
        item,
        version,
        ranges: [],
        words: { text, label: "OTHER" },
        closes,
      });
    await hide(1, "電子でも", []);
    expect(await openReports()).toBe(1);
    await db().claim.deleteMany();
    await hide(2, "町内会", [reportId]);
    expect(await openReports()).toBe(0);
    expect(await mailsTo("reader@example.com")).toMatchObject([
      { params: { outcome: "ACTED_ON", title: null, path: `/proposals/${number}` } },
    ]);
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({ reportedAt: null });
  });

  it("of a comment wait while what it stands on is hidden, and can be closed", async () => {
    const { theme } = await publishedItems();
    const proposal = await makeSubmission({ themeId: theme.id, review: "PUBLISHED", publishedAt: noon });
    const comment = await makeComment({
      themeId: theme.id,
      submissionId: proposal.id,
      review: "PUBLISHED",
      publishedAt: noon,
    });
    await reportItem(as(anonymous), reportInput({ type: "comment", number: comment.number }));
    const moderator = as(staff("MODERATOR"), later);
    const item = { type: "submission", id: proposal.id } as const;
    await hideItem(moderator, { item, version: 1, reasonCode: "ABUSE", explanation });
    expect(await openReports()).toBe(1);
    const { id } = await db().report.findFirstOrThrow({ where: { closedAt: null } });
    await closeReports(moderator, {
      item: { type: "comment", id: comment.id },
      version: 1,
      reports: [id],
      ...kept,
    });
    // nobody can read it now, so its author is not told that it stays public
    expect(await db().timelineEntry.count({ where: { event: "REPORT_KEPT" } })).toBe(0);
  });
});
