import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { removeSampleStaff } from "./remove-sample-staff.server.ts";

useDatabase();

const system = as({ kind: "system", name: "見本" });

describe("removing the sample accounts", () => {
  it("takes all of them and nobody else, and does nothing the second time", async () => {
    const real = await makeAccount();
    await makeAccount({ isSample: true });
    await makeAccount({ isSample: true });
    expect(await removeSampleStaff(system)).toBe(2);
    expect(await removeSampleStaff(system)).toBe(0);
    expect(await db().staffAccount.findMany({ select: { id: true } })).toEqual([{ id: real.id }]);
    expect(await auditedActions()).toEqual(["remove-sample-staff"]);
  });

  it("is the system's alone", async () => {
    await expect(removeSampleStaff(as(staff("ADMIN")))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
