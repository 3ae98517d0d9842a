import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions, goodPassword, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { findSession } from "../find-session.server.ts";
import { setStaffActive } from "./set-staff-active.server.ts";
import { signIn } from "./sign-in.server.ts";

useDatabase();

const enter = (email: string) =>
  signIn(as(anonymous), { email, password: goodPassword, network: "192.0.2.1", userAgent: null });

describe("switching an account off and on", () => {
  it("ends its sessions at once, refuses its password, and takes it again after", async () => {
    const account = await makeAccount();
    const { token } = await enter(account.email);
    await setStaffActive(as(staff("ADMIN")), { id: account.id, version: 1, isActive: false });
    expect(await findSession(token, noon)).toBeNull();
    await expect(enter(account.email)).rejects.toMatchObject({ code: "INPUT" });
    await setStaffActive(as(staff("ADMIN")), { id: account.id, version: 2, isActive: true });
    expect(await findSession(token, noon)).toBeNull();
    expect((await enter(account.email)).stage).toBe("complete");
    expect((await auditedActions()).filter((action) => action === "set-staff-active")).toHaveLength(2);
  });

  it("refuses a stale page and the last administrator", async () => {
    const account = await makeAccount();
    const admin = await makeAccount({ role: "ADMIN" });
    for (const input of [
      { id: account.id, version: 7, isActive: false },
      { id: account.id, version: 1, isActive: true },
    ]) {
      await expect(setStaffActive(as(admin.actor), input)).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    }
    await expect(setStaffActive(as(admin.actor), { id: admin.id, version: 1, isActive: false })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "lastAdministrator",
    });
    expect(await db().staffAccount.count({ where: { isActive: true } })).toBe(2);
  });

  it("is for administrators alone", async () => {
    const account = await makeAccount();
    for (const actor of [anonymous, staff("MODERATOR"), account.actor, staff("VIEWER")]) {
      await expect(setStaffActive(as(actor), { id: account.id, version: 1, isActive: false })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });
});
