import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as, makeAddress } from "#tests/support/factories/review-rows.ts";
import { askAuthor } from "./ask-author.server.ts";

useDatabase();

const ask = (submissionId: string, version = 2) => ({ submissionId, version, question: "どの地域のことですか。" });

describe("asking the author", () => {
  it("puts the question on the tracking page and mails a confirmed address", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const { id, desk, link } = await assigned({ hidden: { emailAddressId } });
    await askAuthor(as(link), ask(id));
    expect(await db().authorQuestion.findMany()).toMatchObject([
      { deskId: desk.id, askedByLabel: "行革担当", body: "どの地域のことですか。", reply: null },
    ]);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      waitsForAuthor: true,
      handling: "ASSIGNED",
    });
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { event: "ASKED", audience: "AUTHOR", note: "どの地域のことですか。" },
    ]);
    const mails = await db().mail.findMany();
    expect(mails).toMatchObject([{ template: "asked", recipient: "author@example.com" }]);
    const audit = await newAudit();
    expect(audit).toMatchObject([{ action: "ask-author" }]);
    expect(JSON.stringify(audit[0]?.detail)).not.toContain("どの地域");
  });

  it("stops the desk's clock with the days that were left, so that nothing is late meanwhile", async () => {
    const { id, officer } = await assigned();
    await askAuthor(as(officer), ask(id));
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ dueOn: null });
    // from Tuesday 24 November to Friday 4 December
    expect(await db().assignment.findMany()).toMatchObject([{ pausedDays: 8 }]);
    await askAuthor(as(officer, new Date("2026-12-01T03:00:00Z")), ask(id, 3));
    expect(await db().assignment.findMany()).toMatchObject([{ pausedDays: 8 }]);
  });

  it("does not stop a clock that has run out, nor the promise of a review", async () => {
    const { id, officer } = await assigned();
    await askAuthor(as(officer, new Date("2026-12-07T03:00:00Z")), ask(id));
    expect(await db().assignment.findMany()).toMatchObject([{ pausedDays: null }]);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      dueOn: new Date("2026-12-04T00:00:00Z"),
    });
    await db().submission.update({ where: { id }, data: { review: "PENDING" } });
    await db().assignment.updateMany({ data: { dueOn: new Date("2026-12-18T00:00:00Z") } });
    await askAuthor(as(officer), ask(id, 3));
    expect(await db().assignment.findMany()).toMatchObject([{ pausedDays: 18 }]);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      dueOn: new Date("2026-12-04T00:00:00Z"),
    });
  });

  it("is refused to other desks and viewers, after the answer, and on a stale page", async () => {
    const { id, otherOfficer, viewer, officer } = await assigned();
    await expect(askAuthor(as(otherOfficer), ask(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(askAuthor(as(viewer), ask(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(askAuthor(as(officer), ask(id, 1))).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    await db().submission.update({ where: { id }, data: { handling: "ANSWERED" } });
    await expect(askAuthor(as(officer), ask(id))).rejects.toMatchObject({ messageKey: "notPossibleNow" });
  });
});
