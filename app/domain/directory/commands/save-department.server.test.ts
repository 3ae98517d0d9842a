import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { saveDepartment } from "./save-department.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const input = { name: words("総務部"), position: 1 };

describe("saving a department", () => {
  it("adds one and changes it, each with one audit entry that says what changed", async () => {
    const id = await saveDepartment(moderator, { id: null }, input);
    await saveDepartment(moderator, { id, version: 1 }, { ...input, name: words("総合政策部") });
    expect(await db().department.findMany()).toMatchObject([{ id, name: words("総合政策部"), version: 2 }]);
    const entries = await db().auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map((entry) => entry.detail)).toEqual([
      { created: input },
      { changed: { name: { before: words("総務部"), after: words("総合政策部") } } },
    ]);
  });

  it("refuses a stale page, one that is gone, and everybody but moderators and administrators", async () => {
    const id = await saveDepartment(moderator, { id: null }, input);
    await saveDepartment(moderator, { id, version: 1 }, { ...input, position: 2 });
    await expect(saveDepartment(moderator, { id, version: 1 }, input)).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(saveDepartment(moderator, { id: randomUUID(), version: 1 }, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(saveDepartment(as(actor), { id: null }, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await auditedActions()).toEqual(["save-department", "save-department"]);
  });
});
