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
  partnershipInput,
  staffActor,
} from "#tests/support/submissions.ts";
import { reviseSubmission } from "./revise-submission.server.ts";
import { submitIdea } from "./submit-idea.server.ts";
import { submitInquiry } from "./submit-inquiry.server.ts";
import { submitPartnership } from "./submit-partnership.server.ts";

const newText = {
  kind: "IDEA",
  version: 2,
  title: "新しい題名",
  body: "電話番号を消しました。",
  expectedEffect: null,
  area: null,
  displayName: "市民A",
} as const;
const later = new Date("2026-11-25T01:00:00Z");

async function returnedIdea() {
  await makeTheme();
  const receipt = await submitIdea(contextOf(), ideaInput());
  await bringSubmissionTo(receipt.id, "RETURNED");
  return receipt;
}

describe("revising what was returned", () => {
  useDatabase();

  it("sends the new text to review again, with a new due date, and keeps the earlier one", async () => {
    const receipt = await returnedIdea();
    await reviseSubmission(contextOf(authorOf(receipt), later), newText);
    expect(
      await db().submission.findUniqueOrThrow({
        where: { id: receipt.id },
        include: { revisions: { orderBy: { revision: "asc" } }, timeline: { orderBy: { at: "asc" } } },
      }),
    ).toMatchObject({
      review: "PENDING",
      title: "新しい題名",
      revision: 2,
      version: 3,
      dueOn: new Date("2026-11-30T00:00:00Z"),
      changedAt: later,
      revisions: [
        { revision: 1, title: "町内会の連絡をまとめる" },
        { revision: 2, title: "新しい題名" },
      ],
      timeline: [{ event: "RECEIVED" }, { event: "REVISED", audience: "AUTHOR" }],
    });
    expect(await auditedActions()).toEqual(["submit-idea", "revise-submission"]);
    expect(await db().submission.count({ where: { searchText: { contains: "新しい題名" } } })).toBe(1);
  });

  it("changes the city-only part of a partnership too", async () => {
    await makeTheme();
    const receipt = await submitPartnership(contextOf(), partnershipInput());
    await bringSubmissionTo(receipt.id, "RETURNED");
    const { title, body, cooperation, request, confidentialNote } = partnershipInput();
    await reviseSubmission(contextOf(authorOf(receipt)), {
      kind: "PARTNERSHIP",
      version: 2,
      organizationName: "例示交通",
      title,
      body,
      cooperation: `${cooperation}燃料も。`,
      request,
      costSharing: "NONE",
      confidentialNote,
    });
    expect(await db().submissionPrivate.findUniqueOrThrow({ where: { submissionId: receipt.id } })).toMatchObject({
      cooperation: "車両と運転手を出します。燃料も。",
      costSharing: "NONE",
      contactPerson: "企画担当",
    });
    expect(await db().submissionRevision.findFirstOrThrow({ where: { revision: 2 } })).toMatchObject({
      cityOnly: { costSharing: "NONE" },
    });
  });

  it("is refused in every other state and for another kind", async () => {
    await makeTheme();
    for (const state of ["PENDING", "PUBLISHED", "DECLINED", "HIDDEN", "WITHDRAWN", "MERGED"] as const) {
      const receipt = await submitIdea(contextOf(), ideaInput());
      await bringSubmissionTo(receipt.id, state);
      const { version } = await db().submission.findUniqueOrThrow({ where: { id: receipt.id } });
      const revised = reviseSubmission(contextOf(authorOf(receipt)), { ...newText, version });
      await expect(revised).rejects.toMatchObject({ code: "CONFLICT", messageKey: "notReturned" });
    }
    await makeDesk();
    const inquiry = await submitInquiry(contextOf(), inquiryInput());
    await expect(reviseSubmission(contextOf(authorOf(inquiry)), { ...newText, version: 1 })).rejects.toMatchObject({
      messageKey: "notReturned",
    });
  });

  it("overwrites nothing that changed since the page was opened", async () => {
    const receipt = await returnedIdea();
    await expect(reviseSubmission(contextOf(authorOf(receipt)), { ...newText, version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "changedMeanwhile",
    });
    const twice = await Promise.allSettled([1, 2].map(() => reviseSubmission(contextOf(authorOf(receipt)), newText)));
    expect(twice.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().submissionRevision.count()).toBe(2);
  });

  it("is for its author alone", async () => {
    const receipt = await returnedIdea();
    const stranger = await submitIdea(contextOf(), ideaInput());
    await expect(reviseSubmission(contextOf(authorOf(stranger)), newText)).rejects.toMatchObject({ code: "CONFLICT" });
    for (const actor of [anonymous, staffActor("ADMIN"), authorOf(receipt, "comment")]) {
      await expect(reviseSubmission(contextOf(actor), newText)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
