import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  authorOf,
  commentInput,
  confirmationTokenOf,
  contextOf,
  makeTheme,
  queuedMails,
} from "#tests/support/submissions.ts";
import { confirmCommentAddress } from "./confirm-comment-address.server.ts";
import { submitComment } from "./submit-comment.server.ts";

describe("confirming the address of a comment", () => {
  useDatabase();

  it("sends the receipt; once more changes nothing", async () => {
    await makeTheme();
    const receipt = await submitComment(contextOf(), commentInput({ email: "a@example.com" }));
    const token = await confirmationTokenOf({ commentId: receipt.id });
    const author = contextOf(authorOf(receipt, "comment"));
    await confirmCommentAddress(author, { token });
    await confirmCommentAddress(author, { token });
    expect((await queuedMails()).map((mail) => mail.template)).toEqual(["confirm-address", "receipt"]);
    expect(await auditedActions()).toEqual(["submit-comment", "confirm-comment-address"]);
  });

  it("refuses an invented token, and everybody but the author", async () => {
    await makeTheme();
    const receipt = await submitComment(contextOf(), commentInput({ email: "a@example.com" }));
    await expect(
      confirmCommentAddress(contextOf(authorOf(receipt, "comment")), { token: "invented" }),
    ).rejects.toMatchObject({ messageKey: "confirmationInvalid" });
    for (const actor of [anonymous, authorOf(receipt)]) {
      await expect(confirmCommentAddress(contextOf(actor), { token: "x" })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });
});
