import { addDays } from "date-fns";
import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  authorOf,
  confirmationTokenOf,
  contextOf,
  ideaInput,
  makeTheme,
  queuedMails,
  testNow,
} from "#tests/support/submissions.ts";
import { confirmSubmissionAddress } from "./confirm-submission-address.server.ts";
import { resendSubmissionConfirmation } from "./resend-submission-confirmation.server.ts";
import { submitIdea } from "./submit-idea.server.ts";

const email = "a@example.com";

describe("sending the confirmation again", () => {
  useDatabase();

  it("queues another mail whose link works, at most five times a day", async () => {
    await makeTheme();
    const receipt = await submitIdea(contextOf(), ideaInput({ email }));
    const context = contextOf(authorOf(receipt));
    for (let sent = 0; sent < 4; sent += 1) await resendSubmissionConfirmation(context);
    await expect(resendSubmissionConfirmation(context)).rejects.toMatchObject({ messageKey: "confirmationTooMany" });
    expect(await queuedMails()).toHaveLength(5);
    expect(new Set(await auditedActions())).toEqual(new Set(["submit-idea", "resend-submission-confirmation"]));
    await resendSubmissionConfirmation(contextOf(authorOf(receipt), addDays(testNow, 2)));
    await confirmSubmissionAddress(context, { token: await confirmationTokenOf({ submissionId: receipt.id }) });
    await expect(resendSubmissionConfirmation(context)).rejects.toMatchObject({ messageKey: "addressConfirmed" });
  });

  it("counts requests made at the same time one after the other", async () => {
    await makeTheme();
    const receipt = await submitIdea(contextOf(), ideaInput({ email }));
    await Promise.allSettled(
      Array.from({ length: 8 }, () => resendSubmissionConfirmation(contextOf(authorOf(receipt)))),
    );
    expect(await queuedMails()).toHaveLength(5);
  });

  it("needs an address", async () => {
    await makeTheme();
    const receipt = await submitIdea(contextOf(), ideaInput());
    await expect(resendSubmissionConfirmation(contextOf(authorOf(receipt)))).rejects.toMatchObject({
      messageKey: "noAddress",
    });
  });
});
