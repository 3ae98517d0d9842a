import { addDays } from "date-fns/addDays";
import { describe, expect, it } from "vitest";
import { confirmationDays } from "#app/domain/participant/participant.ts";
import { confirmSubmissionAddress } from "#app/domain/submission/commands/confirm-submission-address.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  commentInput,
  confirmationTokenOf,
  contextOf,
  ideaInput,
  makeTheme,
  testNow,
} from "#tests/support/submissions.ts";
import { submitComment } from "../commands/submit-comment.server.ts";
import { findConfirmation } from "./find-confirmation.server.ts";

describe("the link of a confirmation mail", () => {
  useDatabase();

  it("says whose address it is about, masked, and nothing of what was sent", async () => {
    await makeTheme();
    const idea = await submitIdea(contextOf(), ideaInput({ email: "citizen-a@example.com" }));
    const comment = await submitComment(contextOf(), commentInput({ email: "citizen-a@example.com" }));
    expect(await findConfirmation(await confirmationTokenOf({ submissionId: idea.id }), testNow)).toEqual({
      of: { author: { kind: "author", of: "submission", id: idea.id } },
      number: idea.number,
      address: "c***@example.com",
      state: "open",
      mayPublish: false,
      publicPath: null,
    });
    expect(await findConfirmation(await confirmationTokenOf({ commentId: comment.id }), testNow)).toMatchObject({
      of: { author: { kind: "author", of: "comment", id: comment.id } },
      number: comment.number,
    });
  });

  it("works until its time is over, and says when it was used", async () => {
    await makeTheme();
    const idea = await submitIdea(contextOf(), ideaInput({ email: "citizen-a@example.com" }));
    const token = await confirmationTokenOf({ submissionId: idea.id });
    const stateAt = async (now: Date) => (await findConfirmation(token, now))?.state;
    expect(await stateAt(addDays(testNow, confirmationDays))).toBe("expired");
    const found = await findConfirmation(token, testNow);
    if (found === null || !("author" in found.of)) throw new Error("the link was not found");
    await confirmSubmissionAddress(contextOf(found.of.author), { token });
    expect(await stateAt(testNow)).toBe("confirmed");
    expect(await stateAt(addDays(testNow, confirmationDays))).toBe("confirmed");
  });

  it("is nothing for a token that was never sent", async () => {
    expect(await findConfirmation("A".repeat(43), testNow)).toBeNull();
    expect(await findConfirmation("", testNow)).toBeNull();
  });
});
