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
import { letGoOf } from "../claim-item.server.ts";
import { getSubmissionReview } from "../queries/get-review-page.server.ts";
import { listQueue } from "../queries/list-queue.server.ts";
import { queueFilterSchema } from "../queue.ts";
import { approveItem } from "./approve-item.server.ts";
import { declineItem } from "./decline-item.server.ts";
import { escalateItem } from "./escalate-item.server.ts";
import { giveBackItem } from "./give-back-item.server.ts";
import { moveItem } from "./move-item.server.ts";
import { redactItem } from "./redact-item.server.ts";

useDatabase();

const moderator = staff("MODERATOR");
const administrator = staff("ADMIN");
const note = "特定の事業者への意見とも読めます。";
const surroundings = { locale: "ja", now: noon } as const;
const account = (email: string, changes: object = {}) =>
  db().staffAccount.create({
    data: { id: crypto.randomUUID(), email, name: "管理担当", role: "ADMIN", createdAt: noon, ...changes },
  });

async function escalated() {
  const desk = await makeDesk();
  const theme = await makeTheme(desk.id);
  const emailAddressId = await makeAddress("author@example.com");
  const { id, number } = await makeSubmission({ themeId: theme.id, hidden: { emailAddressId, name: "市民A" } });
  const item = { type: "submission", id } as const;
  await escalateItem(as(moderator), { item, version: 1, note });
  return { desk, theme, id, number, item };
}

describe("handing an item to the administrators", () => {
  it("mails each of them what it is about, and nothing of its author", async () => {
    await account("first@city.example");
    await account("second@city.example", { locale: "en" });
    await account("gone@city.example", { isActive: false });
    await account("moderator@city.example", { role: "MODERATOR" });
    const { id, number } = await escalated();
    const mails = await db().mail.findMany({ orderBy: { recipient: "asc" } });
    expect(mails).toMatchObject([
      { template: "escalated", recipient: "first@city.example", recipientKind: "STAFF", locale: "ja" },
      { template: "escalated", recipient: "second@city.example", locale: "en" },
    ]);
    expect(mails[0]?.params).toMatchObject({ note, by: moderator.name, kind: "IDEA", item: { number } });
    expect(JSON.stringify(mails)).not.toMatch(/author@example|市民A/);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ review: "PENDING", version: 2 });
    expect(await db().timelineEntry.count()).toBe(0);
    const audit = await db().auditEntry.findMany();
    expect(audit).toMatchObject([{ action: "escalate-submission", subjectNumber: number }]);
    expect(JSON.stringify(audit[0]?.detail)).not.toContain(note);
  });

  it("leaves every decision to them, and says so to everybody else", async () => {
    const { theme, item } = await escalated();
    const other = await makeTheme();
    const words = { reasonCode: "OTHER", explanation: "理由" } as const;
    const refused = [
      () => approveItem(as(moderator), { item, version: 2 }),
      () => declineItem(as(moderator), { item, version: 2, ...words }),
      () => redactItem(as(moderator), { item, version: 2, ranges: [], words: { text: "回覧", label: "OTHER" } }),
      () => moveItem(as(moderator), { item, version: 2, themeId: other.id, explanation: "理由" }),
      () => escalateItem(as(moderator), { item, version: 2, note }),
    ];
    for (const act of refused) await expect(act()).rejects.toMatchObject({ code: "CONFLICT", messageKey: "escalated" });
    await moveItem(as(administrator), { item, version: 2, themeId: other.id, explanation: "理由" });
    expect(await db().escalation.findMany()).toMatchObject([{ endedByLabel: administrator.name, endNote: null }]);
    await letGoOf(as(administrator), item);
    await moveItem(as(moderator), { item, version: 3, themeId: theme.id, explanation: "理由" });
  });

  it("shows on its page and in the heap, and ends with a decision", async () => {
    const { number, item } = await escalated();
    const page = await getSubmissionReview(moderator, number, surroundings);
    expect(page).toMatchObject({ mayDecide: [], mayRedact: false, escalations: [{ note, end: null }] });
    expect(page.arrangement?.acts).toEqual([]);
    const theirs = await getSubmissionReview(administrator, number, surroundings);
    expect(theirs.mayDecide).toContain("APPROVE");
    expect(theirs.arrangement?.acts).toContain("give-back");
    expect((await getSubmissionReview(staff("VIEWER"), number, surroundings)).escalations).toEqual([]);
    const filter = queueFilterSchema.parse({ view: "escalated" });
    const comment = await makeComment({ themeId: (await makeTheme()).id });
    await escalateItem(as(moderator), { item: { type: "comment", id: comment.id }, version: 1, note });
    const queue = await listQueue(administrator, filter, { ...surroundings, size: 50 });
    expect(queue.page.items.map((row) => [row.number, row.isEscalated]).sort()).toEqual(
      [
        [number, true],
        [comment.number, true],
      ].sort(),
    );
    expect(queue.counts.escalated).toBe(2);
    await approveItem(as(administrator), { item, version: 2 });
    expect((await listQueue(administrator, filter, { ...surroundings, size: 50 })).page.items).toHaveLength(1);
    expect((await getSubmissionReview(moderator, number, surroundings)).escalations).toMatchObject([
      { end: { by: administrator.name, note: null } },
    ]);
  });

  it("is refused to officers and viewers, for what was withdrawn, and on a stale page", async () => {
    const desk = await makeDesk();
    const { id } = await makeSubmission({ handlingDeskId: desk.id });
    const input = { item: { type: "submission", id } as const, version: 1, note };
    for (const actor of [staff("VIEWER"), staff("OFFICER", desk.id)]) {
      await expect(escalateItem(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(escalateItem(as(moderator), { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    const withdrawn = await makeSubmission({ review: "WITHDRAWN" });
    await expect(
      escalateItem(as(moderator), { ...input, item: { type: "submission", id: withdrawn.id } }),
    ).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    expect(await db().escalation.count()).toBe(0);
  });

  it("happens once when two moderators do it at once", async () => {
    const { id } = await makeSubmission();
    const input = { item: { type: "submission", id } as const, version: 1, note };
    const results = await Promise.allSettled([1, 2].map(() => escalateItem(as(moderator), input)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().escalation.count()).toBe(1);
  });
});

describe("giving an item back to the moderators", () => {
  it("keeps what was written both ways, and lets them decide again", async () => {
    const { number, item } = await escalated();
    await giveBackItem(as(administrator), { item, version: 2, note: "公開してかまいません。" });
    expect((await getSubmissionReview(moderator, number, surroundings)).escalations).toMatchObject([
      { note, by: moderator.name, end: { by: administrator.name, note: "公開してかまいません。" } },
    ]);
    expect(await db().auditEntry.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
      action: "give-back-submission",
    });
    await approveItem(as(moderator), { item, version: 3 });
  });

  it("is for administrators alone, for what was handed to them, and not on a stale page", async () => {
    const { item } = await escalated();
    const input = { item, version: 2, note: "公開してかまいません。" };
    for (const actor of [moderator, staff("VIEWER")]) {
      await expect(giveBackItem(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(giveBackItem(as(administrator), { ...input, version: 1 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    const { id } = await makeSubmission();
    await expect(
      giveBackItem(as(administrator), { ...input, item: { type: "submission", id }, version: 1 }),
    ).rejects.toMatchObject({ messageKey: "notPossibleNow" });
  });
});
