import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  authorOf,
  commentInput,
  confirmedAddress,
  contextOf,
  makeTheme,
  queuedMails,
} from "#tests/support/submissions.ts";
import { resendCommentConfirmation } from "./resend-comment-confirmation.server.ts";
import { submitComment } from "./submit-comment.server.ts";

describe("sending the confirmation of a comment's address again", () => {
  useDatabase();

  it("queues another mail", async () => {
    await makeTheme();
    const receipt = await submitComment(contextOf(), commentInput({ email: "a@example.com" }));
    await resendCommentConfirmation(contextOf(authorOf(receipt, "comment")));
    expect((await queuedMails()).map((mail) => mail.template)).toEqual(["confirm-address", "confirm-address"]);
    expect(await auditedActions()).toEqual(["submit-comment", "resend-comment-confirmation"]);
  });

  it("is refused without an address, with a confirmed one, and for everybody but the author", async () => {
    await makeTheme();
    await confirmedAddress("a@example.com");
    const without = await submitComment(contextOf(), commentInput());
    const confirmed = await submitComment(contextOf(), commentInput({ email: "a@example.com" }));
    await expect(resendCommentConfirmation(contextOf(authorOf(without, "comment")))).rejects.toMatchObject({
      messageKey: "noAddress",
    });
    await expect(resendCommentConfirmation(contextOf(authorOf(confirmed, "comment")))).rejects.toMatchObject({
      messageKey: "addressConfirmed",
    });
    await expect(resendCommentConfirmation(contextOf(authorOf(confirmed)))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
