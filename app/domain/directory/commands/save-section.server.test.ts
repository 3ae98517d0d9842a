import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { saveDepartment } from "./save-department.server.ts";
import { saveSection } from "./save-section.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const department = (name: string) => saveDepartment(moderator, { id: null }, { name: words(name), position: 1 });

describe("saving a section", () => {
  it("adds one, renames it and moves it to another department", async () => {
    const [general, policy] = [await department("総務部"), await department("総合政策部")];
    const input = { name: words("行政監理室"), departmentId: general, position: 1 };
    const id = await saveSection(moderator, { id: null }, input);
    await saveSection(moderator, { id, version: 1 }, { ...input, name: words("政策推進課"), departmentId: policy });
    expect(await db().section.findMany()).toMatchObject([
      { departmentId: policy, name: words("政策推進課"), version: 2 },
    ]);
    expect((await auditedActions()).slice(2)).toEqual(["save-section", "save-section"]);
  });

  it("refuses a department that is not there, a stale page, a section that is gone and other roles", async () => {
    const input = { name: words("行政監理室"), departmentId: await department("総務部"), position: 1 };
    const id = await saveSection(moderator, { id: null }, input);
    await expect(saveSection(moderator, { id: null }, { ...input, departmentId: randomUUID() })).rejects.toMatchObject({
      fields: { departmentId: ["choose"] },
    });
    await expect(saveSection(moderator, { id, version: 2 }, input)).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(saveSection(moderator, { id: randomUUID(), version: 1 }, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(saveSection(as(actor), { id: null }, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
