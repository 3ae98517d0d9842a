import { describe, expect, it } from "vitest";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { appealedSubmission, nextDay } from "#tests/support/factories/appeals.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { openItem } from "../open-item.server.ts";
import { escalateItem } from "./escalate-item.server.ts";
import { fileAppeal } from "./file-appeal.server.ts";
import { upholdAppeal } from "./uphold-appeal.server.ts";

useDatabase();

const explanation = "三段落目が、特定の人を指しています。";

describe("letting a decision stand", () => {
  it("leaves the text as it is and tells its author why", async () => {
    const { item, author, decisionId, appealed } = await appealedSubmission();
    const other = staff("MODERATOR");
    await upholdAppeal(as(other, nextDay), { ...appealed, explanation });
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({
      review: "DECLINED",
      appealDueOn: null,
      publishedAt: null,
    });
    expect(await db().appeal.findMany()).toMatchObject([
      { outcome: "UPHELD", explanation, byId: other.id, byLabel: other.name, closedAt: nextDay },
    ]);
    expect(await db().timelineEntry.findFirst({ where: { event: "APPEAL_UPHELD" } })).toMatchObject({
      audience: "AUTHOR",
      note: explanation,
    });
    expect(await db().mail.findMany({ where: { template: "appeal-upheld" } })).toMatchObject([
      { recipient: "author@example.com", params: { explanation } },
    ]);
    expect(await db().auditEntry.count({ where: { action: "uphold-appeal", subjectId: item.id } })).toBe(1);
    await expect(fileAppeal(author, { decisionId, words: "もう一度" })).rejects.toMatchObject({
      messageKey: "alreadyAppealed",
    });
  });

  it("is refused to whoever took the decision, and to everybody who decides nothing", async () => {
    const { decider, author, appealed } = await appealedSubmission();
    const input = { ...appealed, explanation };
    await expect(upholdAppeal(as(decider), input)).rejects.toMatchObject({
      code: "FORBIDDEN",
      messageKey: "appealParty",
    });
    await expect(upholdAppeal(as(staff("VIEWER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(upholdAppeal(as(staff("OFFICER")), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(upholdAppeal(author, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await db().appeal.count({ where: { closedAt: null } })).toBe(1);
  });

  it("is refused to whoever typed the text in for its author", async () => {
    const { item, appealed } = await appealedSubmission();
    const enterer = staff("MODERATOR");
    await inTransaction(as(enterer), (ctx) =>
      recordAudit(ctx, { action: "enter-submission", subject: { type: "submission", id: item.id } }),
    );
    const input = { ...appealed, explanation };
    await expect(upholdAppeal(as(enterer, nextDay), input)).rejects.toMatchObject({ messageKey: "appealParty" });
    await upholdAppeal(as(staff("MODERATOR"), nextDay), input);
  });

  it("is the administrators' while the item is handed to them, and then done with for them too", async () => {
    const { item, appealed } = await appealedSubmission();
    const [moderator, administrator] = [as(staff("MODERATOR"), nextDay), as(staff("ADMIN"), nextDay)];
    await escalateItem(moderator, { item, version: appealed.version, note: "判断に迷います。" });
    const input = { ...appealed, version: appealed.version + 1, explanation };
    await expect(upholdAppeal(moderator, input)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "escalated" });
    expect(await db().appeal.count({ where: { closedAt: null } })).toBe(1);
    await upholdAppeal(administrator, input);
    expect(await db().appeal.findMany()).toMatchObject([{ outcome: "UPHELD", closedAt: nextDay }]);
    expect(await db().escalation.findMany()).toMatchObject([{ endedAt: nextDay, endNote: null }]);
  });

  it("is refused while another moderator has it open", async () => {
    const { item, appealed } = await appealedSubmission();
    const [moderator, other] = [staff("MODERATOR"), staff("MODERATOR")];
    await openItem(other, item, { now: nextDay, isLook: true });
    await expect(upholdAppeal(as(moderator, nextDay), { ...appealed, explanation })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "claimedByAnother",
    });
    expect(await db().appeal.count({ where: { closedAt: null } })).toBe(1);
    await upholdAppeal(as(other, nextDay), { ...appealed, explanation });
    expect(await db().claim.count()).toBe(0);
  });

  it("is refused on a stale page, without words, for another item's appeal, and when it was decided already", async () => {
    const { appealed } = await appealedSubmission();
    const moderator = as(staff("ADMIN"), nextDay);
    const input = { ...appealed, explanation };
    await expect(upholdAppeal(moderator, { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(upholdAppeal(moderator, { ...input, explanation: " " })).rejects.toMatchObject({ code: "INPUT" });
    await expect(upholdAppeal(moderator, { ...input, appealId: crypto.randomUUID() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const results = await Promise.allSettled([1, 2].map(() => upholdAppeal(moderator, input)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(upholdAppeal(moderator, { ...input, version: 4 })).rejects.toMatchObject({
      messageKey: "appealClosed",
    });
    expect(await db().mail.count({ where: { template: "appeal-upheld" } })).toBe(1);
  });
});
