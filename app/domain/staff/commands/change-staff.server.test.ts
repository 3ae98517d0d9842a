import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff } from "#tests/support/factories/review-rows.ts";
import {
  auditedActions,
  goodPassword,
  type MadeAccount,
  makeAccount,
  signedIn,
} from "#tests/support/factories/staff-rows.ts";
import { changeStaff } from "./change-staff.server.ts";
import { signIn } from "./sign-in.server.ts";

useDatabase();

const form = (account: MadeAccount) => ({
  id: account.id,
  version: account.version,
  name: account.actor.name,
  role: account.actor.role,
  deskIds: account.actor.deskIds,
});

describe("changing a colleague's role and desks", () => {
  it("holds from their next page on, in the session they are in", async () => {
    const [one, two] = [await makeDesk(), await makeDesk()];
    const account = await makeAccount({ role: "OFFICER", deskIds: [one.id] });
    const { token } = await signIn(as(anonymous), {
      email: account.email,
      password: goodPassword,
      network: "192.0.2.1",
      userAgent: null,
    });
    await changeStaff(as(staff("ADMIN")), { ...form(account), name: "異動した職員", deskIds: [two.id] });
    expect((await signedIn(token)).actor).toMatchObject({ role: "OFFICER", name: "異動した職員", deskIds: [two.id] });
    await changeStaff(as(staff("ADMIN")), { ...form(account), version: 2, role: "MODERATOR", deskIds: [two.id] });
    expect(await signedIn(token)).toMatchObject({ actor: { role: "MODERATOR", deskIds: [] }, stage: "enrol" });
    const entries = await db().auditEntry.findMany({ where: { action: "change-staff" }, orderBy: { id: "asc" } });
    expect(entries.map((entry) => entry.detail)).toMatchObject([
      {
        nameChanged: true,
        role: { before: "OFFICER", after: "OFFICER" },
        deskIds: { before: [one.id], after: [two.id] },
      },
      { role: { before: "OFFICER", after: "MODERATOR" }, deskIds: { before: [two.id], after: [] } },
    ]);
  });

  it("refuses what was changed since the page was opened", async () => {
    const account = await makeAccount({ role: "VIEWER" });
    await changeStaff(as(staff("ADMIN")), { ...form(account), name: "先に変えた名" });
    await expect(changeStaff(as(staff("ADMIN")), { ...form(account), name: "後から" })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "changedMeanwhile",
    });
    expect((await db().staffAccount.findUniqueOrThrow({ where: { id: account.id } })).name).toBe("先に変えた名");
  });

  it("keeps the last administrator, sample and switched-off ones not counted", async () => {
    const last = await makeAccount({ role: "ADMIN" });
    await makeAccount({ role: "ADMIN", isSample: true });
    await makeAccount({ role: "ADMIN", isActive: false });
    await expect(changeStaff(as(last.actor), { ...form(last), role: "VIEWER" })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "lastAdministrator",
    });
    await changeStaff(as(last.actor), { ...form(last), name: "新しい名" });
    await makeAccount({ role: "ADMIN" });
    await changeStaff(as(last.actor), { ...form(last), version: 2, role: "VIEWER" });
    expect((await auditedActions()).filter((action) => action === "change-staff")).toHaveLength(2);
  });

  it("leaves one administrator when two demote each other at the same moment", async () => {
    const [one, two] = [await makeAccount({ role: "ADMIN" }), await makeAccount({ role: "ADMIN" })];
    const results = await Promise.allSettled([
      changeStaff(as(one.actor), { ...form(two), role: "VIEWER" }),
      changeStaff(as(two.actor), { ...form(one), role: "VIEWER" }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().staffAccount.count({ where: { role: "ADMIN" } })).toBe(1);
  });

  it("insists on a desk for an officer", async () => {
    const account = await makeAccount({ role: "VIEWER" });
    await expect(changeStaff(as(staff("ADMIN")), { ...form(account), role: "OFFICER" })).rejects.toMatchObject({
      fields: { deskIds: ["officerNeedsDesk"] },
    });
  });

  it("is for administrators alone, also towards oneself", async () => {
    const account = await makeAccount({ role: "MODERATOR" });
    for (const actor of [anonymous, account.actor, staff("OFFICER"), staff("VIEWER")]) {
      await expect(changeStaff(as(actor), { ...form(account), role: "ADMIN" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    await expect(changeStaff(as(staff("ADMIN")), { ...form(account), id: randomUUID() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
