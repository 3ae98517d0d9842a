import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { removeDepartment } from "./remove-department.server.ts";
import { saveDepartment } from "./save-department.server.ts";

useDatabase();

const admin = as(staff("ADMIN"));

describe("removing a department", () => {
  it("takes an empty one away", async () => {
    const id = await saveDepartment(admin, { id: null }, { name: words("総務部"), position: 1 });
    await removeDepartment(admin, { id, version: 1 });
    expect(await db().department.count()).toBe(0);
    expect(await auditedActions()).toEqual(["save-department", "remove-department"]);
    await expect(removeDepartment(admin, { id, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("leaves one with sections, a stale page's, and any to other roles", async () => {
    await makeDesk();
    const { id } = await db().department.findFirstOrThrow();
    await expect(removeDepartment(admin, { id, version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "departmentInUse",
    });
    await expect(removeDepartment(admin, { id, version: 2 })).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(removeDepartment(as(actor), { id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
