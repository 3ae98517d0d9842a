import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { auditedActions, goodPassword, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.server.ts";

useDatabase();

describe("renewing the recovery codes", () => {
  it("replaces all of them against the present password", async () => {
    const account = await makeAccount({ role: "ADMIN", secondFactor: true });
    const first = await renewRecoveryCodes(as(account.actor), { password: goodPassword });
    const second = await renewRecoveryCodes(as(account.actor), { password: goodPassword });
    expect(new Set([...first, ...second]).size).toBe(20);
    expect(await db().recoveryCode.count()).toBe(10);
    expect(await auditedActions()).toEqual(["renew-recovery-codes", "renew-recovery-codes"]);
  });

  it("is refused with a wrong password, without a second factor and to strangers", async () => {
    const account = await makeAccount({ role: "ADMIN", secondFactor: true });
    await expect(renewRecoveryCodes(as(account.actor), { password: "wrong" })).rejects.toMatchObject({
      fields: { password: ["passwordWrong"] },
    });
    const without = await makeAccount();
    await expect(renewRecoveryCodes(as(without.actor), { password: goodPassword })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "noSecondFactor",
    });
    await expect(renewRecoveryCodes(as(anonymous), { password: goodPassword })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await db().recoveryCode.count()).toBe(0);
  });
});
