import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeSubmission, noon } from "#tests/support/factories/review-rows.ts";
import { placeBefore } from "./queue-place.ts";

describe("the place in a queue", () => {
  useDatabase();

  it("is the database's: a day's places lie between its own beginning and the next day's", async () => {
    for (const day of ["1999-12-31", "2000-01-01", "2026-11-24", "2028-02-29", "2100-03-01"]) {
      const { id } = await makeSubmission({ dueOn: new Date(`${day}T00:00:00Z`), receivedAt: noon });
      const { queuePlace } = await db().submission.findUniqueOrThrow({ where: { id }, select: { queuePlace: true } });
      const next = new Date(Date.parse(day) + 24 * 60 * 60_000).toISOString().slice(0, 10);
      expect(queuePlace > placeBefore(day)).toBe(true);
      expect(queuePlace < placeBefore(next)).toBe(true);
    }
  });

  it("follows the day, and goes last without one", async () => {
    const { id } = await makeSubmission({ dueOn: new Date("2026-11-24T00:00:00Z") });
    const place = async () =>
      (await db().submission.findUniqueOrThrow({ where: { id }, select: { queuePlace: true } })).queuePlace;
    await db().submission.update({ where: { id }, data: { dueOn: new Date("2026-12-01T00:00:00Z") } });
    expect((await place()) > placeBefore("2026-12-01")).toBe(true);
    await db().submission.update({ where: { id }, data: { dueOn: null } });
    expect((await place()) > placeBefore("2200-01-01")).toBe(true);
  });
});
