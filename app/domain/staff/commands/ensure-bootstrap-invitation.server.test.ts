import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { auditedActions, goodPassword, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { findInvitation } from "../queries/find-invitation.server.ts";
import { bootstrapLifetime } from "../staff.ts";
import { acceptInvitation } from "./accept-invitation.server.ts";
import { ensureBootstrapInvitation } from "./ensure-bootstrap-invitation.server.ts";

useDatabase();

const start = (now = noon) => as({ kind: "system", name: "起動" }, now);
const form = {
  name: "管理担当",
  email: "kanri@tomakomai.example",
  password: goodPassword,
  locale: "ja" as const,
  userAgent: null,
};

describe("the link for the first administrator", () => {
  it("is made while nobody can administer, kept as a hash and audited once", async () => {
    const token = (await ensureBootstrapInvitation(start())) ?? "";
    expect(token).toHaveLength(43);
    expect(await findInvitation(token, noon)).toEqual({
      email: null,
      name: "",
      role: "ADMIN",
      isBootstrap: true,
      locale: "ja",
    });
    expect(JSON.stringify(await db().invitation.findMany())).not.toContain(token);
    expect(await auditedActions()).toEqual(["ensure-bootstrap-invitation"]);
    expect(await db().mail.count()).toBe(0);
  });

  it("is another one at the next start, and the one before stops working", async () => {
    const first = (await ensureBootstrapInvitation(start())) ?? "";
    const second = (await ensureBootstrapInvitation(start())) ?? "";
    expect(second).not.toBe(first);
    await expect(findInvitation(first, noon)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(acceptInvitation(as(anonymous), { token: first, ...form })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await findInvitation(second, noon)).isBootstrap).toBe(true);
  });

  it("is not made any more once there is an administrator, and the open one stops working", async () => {
    const token = (await ensureBootstrapInvitation(start())) ?? "";
    await makeAccount({ role: "ADMIN" });
    expect(await ensureBootstrapInvitation(start())).toBeNull();
    await expect(acceptInvitation(as(anonymous), { token, ...form })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is made when the only administrators are switched off or samples", async () => {
    await makeAccount({ role: "ADMIN", isActive: false });
    await makeAccount({ role: "ADMIN", isSample: true });
    await makeAccount({ role: "MODERATOR" });
    expect(await ensureBootstrapInvitation(start())).not.toBeNull();
  });

  it("stops working after a day", async () => {
    const token = (await ensureBootstrapInvitation(start())) ?? "";
    const later = new Date(noon.getTime() + bootstrapLifetime);
    await expect(findInvitation(token, later)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("lets exactly one of two people who open it at once become administrator", async () => {
    const token = (await ensureBootstrapInvitation(start())) ?? "";
    const results = await Promise.allSettled(
      ["a", "b"].map((name) => acceptInvitation(as(anonymous), { ...form, token, email: `${name}@tomakomai.example` })),
    );
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().staffAccount.count()).toBe(1);
  });

  it("is the system's alone", async () => {
    for (const actor of [anonymous, (await makeAccount({ role: "MODERATOR" })).actor]) {
      await expect(ensureBootstrapInvitation(as(actor))).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
