import { describe, expect, it } from "vitest";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { bringCommentTo, commentInput, contextOf, makeTheme, publishedIdea } from "#tests/support/submissions.ts";
import { changeComment } from "./change-comment.server.ts";
import { submitComment } from "./commands/submit-comment.server.ts";

describe("changing a comment", () => {
  useDatabase();

  const published = async (changes: Parameters<typeof commentInput>[0]) => {
    const receipt = await submitComment(contextOf(), commentInput(changes));
    await bringCommentTo(receipt.id, "PUBLISHED");
    return receipt;
  };
  const move = (id: string, review: "HIDDEN" | "PUBLISHED") =>
    inTransaction(contextOf(), async (ctx) => {
      const { version } = await ctx.tx.comment.findUniqueOrThrow({ where: { id } });
      await changeComment(ctx, { id, version, changes: { review } });
    });

  it("counts on a proposal the comments that its page shows, replies with the comment they stand under", async () => {
    await makeTheme();
    const idea = await publishedIdea();
    const on = { number: idea.number };
    const count = async () => (await db().submission.findUniqueOrThrow({ where: { id: idea.id } })).commentCount;
    const upper = await published({ on });
    const reply = await published({ on, parent: upper.id });
    expect(await count()).toBe(2);
    await move(upper.id, "HIDDEN");
    expect(await count()).toBe(0);
    await move(reply.id, "HIDDEN");
    expect(await count()).toBe(0);
    await move(upper.id, "PUBLISHED");
    expect(await count()).toBe(1);
    await move(reply.id, "PUBLISHED");
    expect(await count()).toBe(2);
    expect(await db().theme.findFirstOrThrow()).toMatchObject({ commentCount: 0 });
    expect(await db().submission.findUniqueOrThrow({ where: { id: idea.id } })).toMatchObject({ version: 2 });
  });

  it("counts comments on a theme and its questions at the theme", async () => {
    const theme = await makeTheme();
    await published({});
    const second = await published({ questionId: theme.questionId });
    expect(await db().theme.findFirstOrThrow()).toMatchObject({ commentCount: 2, proposalCount: 0 });
    await move(second.id, "HIDDEN");
    expect(await db().theme.findFirstOrThrow()).toMatchObject({ commentCount: 1 });
  });

  it("refuses a stale version and moves the table does not know", async () => {
    await makeTheme();
    const { id } = await submitComment(contextOf(), commentInput());
    const change = (version: number, review: "HIDDEN" | "PUBLISHED") =>
      inTransaction(contextOf(), (ctx) => changeComment(ctx, { id, version, changes: { review } }));
    await expect(change(7, "PUBLISHED")).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    await expect(change(1, "HIDDEN")).rejects.toMatchObject({ messageKey: "notPossibleNow" });
    const results = await Promise.allSettled([change(1, "PUBLISHED"), change(1, "PUBLISHED")]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().theme.findFirstOrThrow()).toMatchObject({ commentCount: 1 });
  });
});
