import { addDays } from "date-fns";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  authorOf,
  confirmationTokenOf,
  contextOf,
  ideaInput,
  inquiryInput,
  makeDesk,
  makeTheme,
  queuedMails,
  staffActor,
  testNow,
} from "#tests/support/submissions.ts";
import { confirmSubmissionAddress } from "./confirm-submission-address.server.ts";
import { submitIdea } from "./submit-idea.server.ts";
import { submitInquiry } from "./submit-inquiry.server.ts";

const email = "a@example.com";

describe("confirming the address of a submission", () => {
  useDatabase();

  it("sends the receipt and lets every later mail through; once more changes nothing", async () => {
    await makeTheme();
    const receipt = await submitIdea(contextOf(), ideaInput({ email }));
    const context = contextOf(authorOf(receipt));
    const token = await confirmationTokenOf({ submissionId: receipt.id });
    await confirmSubmissionAddress(context, { token });
    await confirmSubmissionAddress(context, { token });
    expect(await db().emailAddress.findUniqueOrThrow({ where: { address: email } })).toMatchObject({
      confirmedAt: testNow,
    });
    expect(await queuedMails()).toEqual([
      { template: "confirm-address", recipient: email },
      { template: "receipt", recipient: email },
    ]);
    expect(await auditedActions()).toEqual(["submit-idea", "confirm-submission-address"]);
    expect(await db().timelineEntry.count({ where: { event: "ADDRESS_CONFIRMED", audience: "AUTHOR" } })).toBe(1);
  });

  it("sends an inquiry's own receipt", async () => {
    await makeDesk();
    const receipt = await submitInquiry(contextOf(), inquiryInput({ email }));
    await confirmSubmissionAddress(contextOf(authorOf(receipt)), {
      token: await confirmationTokenOf({ submissionId: receipt.id }),
    });
    expect((await queuedMails()).map((mail) => mail.template)).toEqual(["confirm-address", "inquiry-received"]);
  });

  it("refuses a token of another submission, an invented one and one that is too old", async () => {
    await makeTheme();
    const receipt = await submitIdea(contextOf(), ideaInput({ email }));
    const other = await submitIdea(contextOf(), ideaInput({ email }));
    for (const token of [await confirmationTokenOf({ submissionId: other.id }), "invented", ""]) {
      await expect(confirmSubmissionAddress(contextOf(authorOf(receipt)), { token })).rejects.toMatchObject({
        code: "CONFLICT",
        messageKey: "confirmationInvalid",
      });
    }
    const late = contextOf(authorOf(receipt), addDays(testNow, 8));
    await expect(
      confirmSubmissionAddress(late, { token: await confirmationTokenOf({ submissionId: receipt.id }) }),
    ).rejects.toMatchObject({
      messageKey: "confirmationExpired",
    });
    expect(await db().emailAddress.findUniqueOrThrow({ where: { address: email } })).toMatchObject({
      confirmedAt: null,
    });
  });

  it("is for the author alone", async () => {
    await makeTheme();
    const receipt = await submitIdea(contextOf(), ideaInput({ email }));
    const token = await confirmationTokenOf({ submissionId: receipt.id });
    for (const actor of [anonymous, staffActor("ADMIN")]) {
      await expect(confirmSubmissionAddress(contextOf(actor), { token })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
