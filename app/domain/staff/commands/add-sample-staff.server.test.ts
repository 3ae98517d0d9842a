import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { addSampleStaff } from "./add-sample-staff.server.ts";

useDatabase();

const system = as({ kind: "system", name: "見本" });
const sample = { email: "mihon@tomakomai.example", name: "見本の審査担当", role: "MODERATOR" as const, deskIds: [] };

describe("adding a sample account", () => {
  it("makes one without a password, once", async () => {
    const first = await addSampleStaff(system, sample);
    expect(await addSampleStaff(system, sample)).toEqual(first);
    expect(await db().staffAccount.findMany()).toMatchObject([
      { isSample: true, passwordHash: null, role: "MODERATOR" },
    ]);
    expect(await auditedActions()).toEqual(["add-sample-staff"]);
  });

  it("leaves a real account alone and is the system's alone", async () => {
    await makeAccount({ email: sample.email });
    await expect(addSampleStaff(system, sample)).rejects.toMatchObject({ code: "CONFLICT", messageKey: "staffExists" });
    for (const actor of [anonymous, staff("ADMIN")]) {
      await expect(addSampleStaff(as(actor), sample)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
