import { describe, expect, it } from "vitest";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { appealedSubmission, nextDay, refusal } from "#tests/support/factories/appeals.ts";
import { as, makeComment, makeTheme, staff } from "#tests/support/factories/review-rows.ts";
import { openItem } from "../open-item.server.ts";
import { approveItem } from "./approve-item.server.ts";
import { fileAppeal } from "./file-appeal.server.ts";
import { hideItem } from "./hide-item.server.ts";
import { overturnAppeal } from "./overturn-appeal.server.ts";

useDatabase();

const explanation = "読み直したところ、だれかを傷つける言葉はありませんでした。";

describe("granting an appeal", () => {
  it("publishes what was declined, with everything that follows from publishing, and one mail", async () => {
    const { item, theme, appealed } = await appealedSubmission();
    const other = staff("MODERATOR");
    await overturnAppeal(as(other, nextDay), { ...appealed, explanation });
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({
      review: "PUBLISHED",
      publishedAt: nextDay,
      appealDueOn: null,
      dueOn: new Date("2026-12-09T00:00:00Z"),
    });
    expect((await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).proposalCount).toBe(1);
    expect(await db().appeal.findMany()).toMatchObject([{ outcome: "OVERTURNED", explanation, byId: other.id }]);
    expect(
      await db().timelineEntry.findMany({
        where: { at: nextDay, event: { not: "APPEALED" } },
        orderBy: { event: "asc" },
      }),
    ).toMatchObject([
      // what everybody reads carries no words to the author
      { event: "PUBLISHED", audience: "PUBLIC", note: null },
      { event: "APPEAL_OVERTURNED", audience: "AUTHOR", note: explanation },
    ]);
    expect(await db().mail.findMany({ where: { createdAt: nextDay }, orderBy: { template: "asc" } })).toMatchObject([
      { template: "appeal-overturned", params: { explanation } },
      { template: "appeal-received" },
    ]);
    const actions = await db().auditEntry.findMany({ where: { actorId: other.id }, orderBy: { id: "asc" } });
    expect(actions.map(({ action }) => action)).toEqual(["approve-submission", "overturn-appeal"]);
  });

  it("brings a hidden comment back, and its count", async () => {
    const theme = await makeTheme();
    const { id } = await makeComment({ themeId: theme.id });
    const item = { type: "comment", id } as const;
    await approveItem(as(staff("MODERATOR")), { item, version: 1 });
    const decider = staff("MODERATOR");
    await hideItem(as(decider, nextDay), { item, version: 2, ...refusal });
    const decision = await db().reviewDecision.findFirstOrThrow({ where: { decision: "HIDE" } });
    const author = as({ kind: "author", of: "comment", id }, nextDay);
    await fileAppeal(author, { decisionId: decision.id, words: "なぜですか。" });
    const { id: appealId } = await db().appeal.findFirstOrThrow();
    const input = { item, version: 4, appealId, explanation };
    await expect(overturnAppeal(as(decider, nextDay), input)).rejects.toMatchObject({ messageKey: "appealParty" });
    await overturnAppeal(as(staff("ADMIN"), nextDay), input);
    expect(await db().comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ review: "PUBLISHED" });
    expect((await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).commentCount).toBe(1);
    expect(await db().reviewDecision.findFirstOrThrow({ where: { decision: "RESTORE" } })).toMatchObject({
      explanation,
    });
  });

  it("changes nothing at all when the text cannot be published", async () => {
    const theme = await makeTheme();
    const parent = await makeComment({ themeId: theme.id, review: "HIDDEN" });
    const { id } = await makeComment({ themeId: theme.id, parentId: parent.id, review: "HIDDEN" });
    const decision = await db().reviewDecision.create({
      data: {
        id: crypto.randomUUID(),
        commentId: id,
        decision: "HIDE",
        ...refusal,
        revision: 1,
        byId: crypto.randomUUID(),
        byLabel: "審査担当",
        at: nextDay,
      },
    });
    await fileAppeal(as({ kind: "author", of: "comment", id }, nextDay), { decisionId: decision.id, words: "なぜ" });
    const appeal = await db().appeal.findFirstOrThrow();
    const input = { item: { type: "comment", id } as const, version: 2, appealId: appeal.id, explanation };
    await expect(overturnAppeal(as(staff("MODERATOR"), nextDay), input)).rejects.toMatchObject({
      messageKey: "parentNotPublic",
    });
    expect(await db().appeal.findFirstOrThrow()).toEqual(appeal);
    expect(await db().timelineEntry.count({ where: { event: "APPEAL_OVERTURNED" } })).toBe(0);
  });

  it("is refused while another moderator has it open", async () => {
    const { item, appealed } = await appealedSubmission();
    await openItem(staff("MODERATOR"), item, { now: nextDay, isLook: true });
    await expect(overturnAppeal(as(staff("MODERATOR"), nextDay), { ...appealed, explanation })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "claimedByAnother",
    });
    expect(await db().appeal.count({ where: { closedAt: null } })).toBe(1);
  });

  it("is refused to parties, to others than moderators, on a stale page, and after the author withdrew", async () => {
    const { decider, author, appealed } = await appealedSubmission();
    const input = { ...appealed, explanation };
    await expect(overturnAppeal(as(decider), input)).rejects.toMatchObject({ messageKey: "appealParty" });
    await expect(overturnAppeal(as(staff("VIEWER")), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(overturnAppeal(as(staff("ADMIN")), { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await withdrawSubmission(author, { version: 3 });
    await expect(overturnAppeal(as(staff("ADMIN")), { ...input, version: 4 })).rejects.toMatchObject({
      messageKey: "appealClosed",
    });
  });
});
