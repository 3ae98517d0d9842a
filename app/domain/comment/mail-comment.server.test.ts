import { describe, expect, it } from "vitest";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  bringCommentTo,
  commentInput,
  confirmedAddress,
  contextOf,
  makeTheme,
  publishedIdea,
  testNow,
} from "#tests/support/submissions.ts";
import { submitComment } from "./commands/submit-comment.server.ts";
import { mailCommented } from "./mail-comment.server.ts";

describe("telling an author of a comment", () => {
  useDatabase();

  const commented = (id: string, now = testNow) =>
    inTransaction(contextOf(undefined, now), (ctx) => mailCommented(ctx, id));

  it("happens when it is first published, to a confirmed address", async () => {
    await makeTheme();
    await confirmedAddress("author@example.com");
    const idea = await publishedIdea({ email: "author@example.com" });
    const { id } = await submitComment(contextOf(), commentInput({ on: { number: idea.number } }));
    expect(await commented(id)).toBeNull();
    await bringCommentTo(id, "PUBLISHED");
    expect(await commented(id)).not.toBeNull();
    expect(await commented(id, new Date("2026-12-24T00:00:00Z"))).toBeNull();
    expect(await db().mail.findFirstOrThrow({ where: { template: "commented" } })).toMatchObject({
      recipient: "author@example.com",
      params: {
        title: "町内会の連絡をまとめる",
        commentBody: "賛成です。冬に助かります。",
        path: `/proposals/${idea.number}`,
      },
    });
  });

  it("does not happen for the author's own comment, an unconfirmed address or a comment on a theme", async () => {
    await makeTheme();
    await confirmedAddress("author@example.com");
    const own = await publishedIdea({ email: "author@example.com" });
    const unconfirmed = await publishedIdea({ email: "b@example.com" });
    for (const changes of [
      { on: { number: own.number }, email: "author@example.com" },
      { on: { number: unconfirmed.number } },
      {},
    ]) {
      const { id } = await submitComment(contextOf(), commentInput(changes));
      await bringCommentTo(id, "PUBLISHED");
      expect(await commented(id)).toBeNull();
    }
  });
});
