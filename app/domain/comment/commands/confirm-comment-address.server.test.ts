import { describe, expect, it } from "vitest";
import { confirmationToken } from "#app/domain/participant/request-confirmation.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  authorOf,
  commentInput,
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
    const { id } = await db().emailConfirmation.findFirstOrThrow({ where: { commentId: receipt.id } });
    const author = contextOf(authorOf(receipt, "comment"));
    await confirmCommentAddress(author, { token: confirmationToken(id) });
    await confirmCommentAddress(author, { token: confirmationToken(id) });
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
