import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned, newAudit } from "#tests/support/factories/assigned.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { askAuthor } from "./ask-author.server.ts";
import { extendDueDate } from "./extend-due-date.server.ts";

useDatabase();

const more = (submissionId: string, dueOn = "2026-12-18", version = 2) => ({
  submissionId,
  version,
  dueOn,
  reason: "関係する課と調整しているため。",
});

describe("asking for more time", () => {
  it("moves the promise and says why to everybody who sees the submission", async () => {
    const { id, desk, link } = await assigned();
    await extendDueDate(as(link), more(id));
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      handling: "ASSIGNED",
      dueOn: new Date("2026-12-18T00:00:00Z"),
      lateReason: "関係する課と調整しているため。",
    });
    expect(await db().assignment.findMany()).toMatchObject([
      { dueOn: new Date("2026-12-18T00:00:00Z"), endedAt: null },
    ]);
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { event: "EXTENDED", audience: "PUBLIC", deskId: desk.id, note: "関係する課と調整しているため。" },
    ]);
    expect(await newAudit()).toMatchObject([
      { action: "extend-due-date", detail: { from: "2026-12-04", to: "2026-12-18" } },
    ]);
  });

  it("ends a pause: from now on the new day holds", async () => {
    const { id, officer } = await assigned();
    await askAuthor(as(officer), { submissionId: id, version: 2, question: "どこですか。" });
    await extendDueDate(as(officer), more(id, "2026-12-18", 3));
    const dueOn = new Date("2026-12-18T00:00:00Z");
    expect(await db().assignment.findMany()).toMatchObject([{ dueOn, pausedDays: null }]);
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ dueOn, waitsForAuthor: true });
  });

  it("refuses a day that is not later, and one on which the city hall is closed", async () => {
    const { id, officer } = await assigned();
    for (const [day, problem] of [
      ["2026-12-04", "dateNotLater"],
      ["2026-12-03", "dateNotLater"],
      ["2026-12-19", "notBusinessDay"],
      ["2026-12-30", "notBusinessDay"],
      ["soon", "date"],
    ] as const) {
      await expect(extendDueDate(as(officer), more(id, day))).rejects.toMatchObject({ fields: { dueOn: [problem] } });
    }
  });

  it("is refused to other desks and viewers, while no desk has it, and on a stale page", async () => {
    const { id, otherOfficer, viewer, moderator, officer } = await assigned();
    await expect(extendDueDate(as(otherOfficer), more(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(extendDueDate(as(viewer), more(id))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(extendDueDate(as(officer), more(id, "2026-12-18", 1))).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await db().submission.update({ where: { id }, data: { handling: "NEW" } });
    await expect(extendDueDate(as(moderator), more(id))).rejects.toMatchObject({ messageKey: "notPossibleNow" });
  });
});
