import { describe, expect, it } from "vitest";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { appealedSubmission, declinedSubmission, nextDay, refusal } from "#tests/support/factories/appeals.ts";
import { as, makeComment, makeTheme, noon, staff } from "#tests/support/factories/review-rows.ts";
import { approveItem } from "./approve-item.server.ts";
import { fileAppeal } from "./file-appeal.server.ts";
import { hideItem } from "./hide-item.server.ts";
import { restoreItem } from "./restore-item.server.ts";
import { returnItem } from "./return-item.server.ts";

useDatabase();

const words = "傷つける言葉はどこにもありません。";

describe("appealing", () => {
  it("keeps the author's words for the city, promises a day and tells the author", async () => {
    const { item, author, decisionId, number } = await declinedSubmission();
    await fileAppeal(author, { decisionId, words });
    expect(await db().appeal.findMany()).toMatchObject([
      { decisionId, submissionId: item.id, words, filedAt: nextDay, outcome: null, closedAt: null },
    ]);
    const dueOn = new Date("2026-12-02T00:00:00Z");
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({
      review: "DECLINED",
      appealDueOn: dueOn,
      version: 3,
    });
    expect(await db().timelineEntry.findFirst({ where: { event: "APPEALED" } })).toMatchObject({
      audience: "AUTHOR",
      note: words,
      dueOn,
    });
    expect(await db().mail.findMany({ where: { template: "appeal-received" } })).toMatchObject([
      { recipient: "author@example.com", params: { dueOn: "2026-12-02" }, threadKey: number },
    ]);
    const entries = await db().auditEntry.findMany({ where: { action: "file-appeal" } });
    expect(entries).toMatchObject([{ actorKind: "author", subjectId: item.id }]);
    expect(JSON.stringify(entries[0]?.detail)).not.toContain(words);
  });

  it("is possible against hiding a comment too", async () => {
    const theme = await makeTheme();
    const { id } = await makeComment({ themeId: theme.id });
    const item = { type: "comment", id } as const;
    await approveItem(as(staff("MODERATOR")), { item, version: 1 });
    await hideItem(as(staff("MODERATOR"), nextDay), { item, version: 2, ...refusal });
    const { id: decisionId } = await db().reviewDecision.findFirstOrThrow({ where: { decision: "HIDE" } });
    await fileAppeal(as({ kind: "author", of: "comment", id }, nextDay), { decisionId, words });
    expect(await db().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      appealDueOn: new Date("2026-12-02T00:00:00Z"),
    });
  });

  it("is for the holder of the key alone", async () => {
    const { decisionId, item } = await declinedSubmission();
    const other = await declinedSubmission2();
    for (const actor of [{ kind: "anonymous" } as const, staff("ADMIN"), staff("MODERATOR")])
      await expect(fileAppeal(as(actor), { decisionId, words })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(fileAppeal(other.author, { decisionId, words })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      fileAppeal(as({ kind: "author", of: "comment", id: item.id }), { decisionId, words }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().appeal.count()).toBe(0);
  });

  it("is possible once for each decision, also by two requests at once", async () => {
    const { author, decisionId } = await declinedSubmission();
    const results = await Promise.allSettled([1, 2, 3].map(() => fileAppeal(author, { decisionId, words })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.filter((result) => result.status === "rejected").map(({ reason }) => reason.code)).toEqual([
      "CONFLICT",
      "CONFLICT",
    ]);
    await expect(fileAppeal(author, { decisionId, words })).rejects.toMatchObject({ messageKey: "alreadyAppealed" });
    expect(await db().appeal.count()).toBe(1);
    expect(await db().mail.count({ where: { template: "appeal-received" } })).toBe(1);
    expect(await db().auditEntry.count({ where: { action: "file-appeal" } })).toBe(1);
  });

  it("ends a month after the decision", async () => {
    const { author, decisionId } = await declinedSubmission();
    const late = { ...author, now: new Date("2026-12-25T00:00:00Z") };
    await expect(fileAppeal(late, { decisionId, words })).rejects.toMatchObject({ messageKey: "appealTooLate" });
  });

  it("is refused for what was returned, for an earlier decision, and after withdrawing", async () => {
    const theme = await makeTheme();
    const { id } = await makeComment({ themeId: theme.id });
    const item = { type: "comment", id } as const;
    await returnItem(as(staff("MODERATOR")), { item, version: 1, ...refusal });
    const returned = await db().reviewDecision.findFirstOrThrow({ where: { decision: "RETURN" } });
    const author = as({ kind: "author", of: "comment", id }, nextDay);
    await expect(fileAppeal(author, { decisionId: returned.id, words })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });

    const declined = await declinedSubmission();
    await withdrawSubmission(declined.author, { version: 2 });
    await expect(fileAppeal(declined.author, { decisionId: declined.decisionId, words })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
  });
});

describe("an appeal that waits", () => {
  it("is closed when its author withdraws: nobody owes a decision any more", async () => {
    const { author, item } = await appealedSubmission();
    await withdrawSubmission(author, { version: 3 });
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({
      review: "WITHDRAWN",
      appealDueOn: null,
    });
  });

  it("is closed when the office brings the text back by itself, and a later decision can be appealed against anew", async () => {
    const theme = await makeTheme();
    const { id } = await makeComment({ themeId: theme.id });
    const item = { type: "comment", id } as const;
    const moderator = staff("MODERATOR");
    const at = (minute: number) => as(moderator, new Date(noon.getTime() + minute * 60_000));
    const author = as({ kind: "author", of: "comment", id }, nextDay);
    const newest = () => db().reviewDecision.findFirstOrThrow({ where: { commentId: id }, orderBy: { at: "desc" } });
    await approveItem(at(0), { item, version: 1 });
    await hideItem(at(1), { item, version: 2, ...refusal });
    await fileAppeal(author, { decisionId: (await newest()).id, words });
    await restoreItem(at(2), { item, version: 4, explanation: "見直しました。" });
    expect(await db().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ appealDueOn: null });
    expect(await db().appeal.findMany()).toMatchObject([{ outcome: null, closedAt: at(2).now }]);
    await hideItem(at(3), { item, version: 5, ...refusal });
    await fileAppeal(author, { decisionId: (await newest()).id, words });
    expect(await db().appeal.count({ where: { closedAt: null } })).toBe(1);
  });
});

/** A second one, whose author has another address. */
async function declinedSubmission2() {
  await db().emailAddress.updateMany({ data: { address: "first@example.com" } });
  return declinedSubmission();
}
