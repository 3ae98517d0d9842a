import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  authorOf,
  bringSubmissionTo,
  contextOf,
  ideaInput,
  inquiryInput,
  makeDesk,
  makeTheme,
  publishedIdea,
  staffActor,
} from "#tests/support/submissions.ts";
import { submitIdea } from "./submit-idea.server.ts";
import { submitInquiry } from "./submit-inquiry.server.ts";
import { withdrawSubmission } from "./withdraw-submission.server.ts";

describe("withdrawing", () => {
  useDatabase();

  it("takes a published idea out of view and out of its theme's number", async () => {
    const theme = await makeTheme();
    const receipt = await publishedIdea();
    expect(await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).toMatchObject({ proposalCount: 1 });
    await withdrawSubmission(contextOf(authorOf(receipt)), { version: 2 });
    expect(
      await db().submission.findUniqueOrThrow({ where: { id: receipt.id }, include: { timeline: true } }),
    ).toMatchObject({
      review: "WITHDRAWN",
      dueOn: null,
      version: 3,
      timeline: [{ event: "RECEIVED" }, { event: "WITHDRAWN", audience: "AUTHOR" }],
    });
    expect(await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).toMatchObject({ proposalCount: 0 });
    expect(await auditedActions()).toEqual(["submit-idea", "withdraw-submission"]);
  });

  it("is possible in every state but once", async () => {
    await makeTheme();
    for (const state of ["PENDING", "RETURNED", "DECLINED", "HIDDEN"] as const) {
      const receipt = await submitIdea(contextOf(), ideaInput());
      await bringSubmissionTo(receipt.id, state);
      const { version } = await db().submission.findUniqueOrThrow({ where: { id: receipt.id } });
      await withdrawSubmission(contextOf(authorOf(receipt)), { version });
      await expect(withdrawSubmission(contextOf(authorOf(receipt)), { version: version + 1 })).rejects.toMatchObject({
        code: "CONFLICT",
        messageKey: "cannotWithdraw",
      });
    }
  });

  it("is not possible for an inquiry", async () => {
    await makeDesk();
    const receipt = await submitInquiry(contextOf(), inquiryInput());
    await expect(withdrawSubmission(contextOf(authorOf(receipt)), { version: 1 })).rejects.toMatchObject({
      messageKey: "cannotWithdraw",
    });
  });

  it("is refused when a moderator decided since the page was opened", async () => {
    await makeTheme();
    const receipt = await publishedIdea();
    await expect(withdrawSubmission(contextOf(authorOf(receipt)), { version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "changedMeanwhile",
    });
  });

  it("is for its author alone", async () => {
    await makeTheme();
    const receipt = await publishedIdea();
    for (const actor of [
      anonymous,
      staffActor("ADMIN"),
      authorOf(receipt, "comment"),
      authorOf({ id: crypto.randomUUID() }),
    ]) {
      await expect(withdrawSubmission(contextOf(actor), { version: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
