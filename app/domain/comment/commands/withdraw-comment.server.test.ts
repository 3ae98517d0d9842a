import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  authorOf,
  bringCommentTo,
  commentInput,
  contextOf,
  makeTheme,
  staffActor,
} from "#tests/support/submissions.ts";
import { submitComment } from "./submit-comment.server.ts";
import { withdrawComment } from "./withdraw-comment.server.ts";

describe("withdrawing a comment", () => {
  useDatabase();

  it("takes it out of view and out of the theme's number, once", async () => {
    await makeTheme();
    const receipt = await submitComment(contextOf(), commentInput());
    await bringCommentTo(receipt.id, "PUBLISHED");
    const author = contextOf(authorOf(receipt, "comment"));
    await withdrawComment(author, { version: 2 });
    expect(await db().comment.findUniqueOrThrow({ where: { id: receipt.id } })).toMatchObject({
      review: "WITHDRAWN",
      dueOn: null,
    });
    expect(await db().theme.findFirstOrThrow()).toMatchObject({ commentCount: 0 });
    expect(await auditedActions()).toEqual(["submit-comment", "withdraw-comment"]);
    await expect(withdrawComment(author, { version: 3 })).rejects.toMatchObject({ messageKey: "cannotWithdraw" });
  });

  it("is refused when it changed since, and for everybody else", async () => {
    await makeTheme();
    const receipt = await submitComment(contextOf(), commentInput());
    await bringCommentTo(receipt.id, "PUBLISHED");
    await expect(withdrawComment(contextOf(authorOf(receipt, "comment")), { version: 1 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    for (const actor of [anonymous, staffActor("ADMIN"), authorOf(receipt)]) {
      await expect(withdrawComment(contextOf(actor), { version: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
