import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { removeSection } from "./remove-section.server.ts";

useDatabase();

const admin = as(staff("ADMIN"));

describe("removing a section", () => {
  it("takes one away once it has no desk", async () => {
    const desk = await makeDesk();
    const input = { id: desk.sectionId, version: 1 };
    await expect(removeSection(admin, input)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "sectionInUse" });
    await db().desk.delete({ where: { id: desk.id } });
    await expect(removeSection(admin, { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await removeSection(admin, input);
    expect(await db().section.count()).toBe(0);
    expect(await auditedActions()).toEqual(["remove-section"]);
    await expect(removeSection(admin, input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is for moderators and administrators", async () => {
    const desk = await makeDesk();
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(removeSection(as(actor), { id: desk.sectionId, version: 1 })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });
});
