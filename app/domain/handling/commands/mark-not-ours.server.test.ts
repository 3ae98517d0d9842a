import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { answerToken } from "../answer-link.server.ts";
import { findAnswerLink } from "../queries/find-answer-link.server.ts";
import { askAuthor } from "./ask-author.server.ts";
import { markNotOurs } from "./mark-not-ours.server.ts";

useDatabase();

const input = (submissionId: string, version = 2) => ({
  submissionId,
  version,
  reason: "道路のことは建設の担当です。",
});

describe("saying that it is not the desk's business", () => {
  it("gives it back to the moderators with the reason, and keeps the promised day", async () => {
    const { id, desk, link } = await assigned();
    await markNotOurs(as(link), input(id));
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      handling: "NEW",
      handlingDeskId: null,
      dueOn: new Date("2026-12-04T00:00:00Z"),
    });
    expect(await db().assignment.findMany()).toMatchObject([{ deskId: desk.id, endReason: "not-ours" }]);
    expect(await db().internalNote.findMany()).toMatchObject([{ body: "道路のことは建設の担当です。" }]);
    expect(await findAnswerLink(answerToken(link.linkId), new Date("2026-11-24T03:00:00Z"))).toBeNull();
    expect(await db().timelineEntry.count()).toBe(0);
    expect(await newAudit()).toMatchObject([{ action: "mark-not-ours", detail: { fromDeskId: desk.id } }]);
  });

  it("gives the public a day again if the clock stood still", async () => {
    const { id, officer } = await assigned();
    await askAuthor(as(officer), { submissionId: id, version: 2, question: "どこですか。" });
    await markNotOurs(as(officer, new Date("2026-12-10T03:00:00Z")), input(id, 3));
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      dueOn: new Date("2026-12-22T00:00:00Z"),
    });
  });

  it("is refused to other desks and viewers, after the answer, and on a stale page", async () => {
    const { id, otherOfficer, viewer, officer } = await assigned();
    await expect(markNotOurs(as(otherOfficer), input(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(markNotOurs(as(viewer), input(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(markNotOurs(as(officer), input(id, 1))).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    await db().submission.update({ where: { id }, data: { handling: "ANSWERED" } });
    await expect(markNotOurs(as(officer), input(id))).rejects.toMatchObject({ messageKey: "notPossibleNow" });
  });
});
