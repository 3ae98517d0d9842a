import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { auditedActions, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { findSignInLink } from "../queries/find-sign-in-link.server.ts";
import { createSignInLink } from "./create-sign-in-link.server.ts";

useDatabase();

const system = as({ kind: "system", name: "見本" });

describe("making a sign-in link", () => {
  it("replaces the account's earlier link and keeps only a hash", async () => {
    const { id } = await makeAccount({ isSample: true, password: null, role: "VIEWER" });
    const first = await createSignInLink(system, id);
    const second = await createSignInLink(system, id);
    await expect(findSignInLink(first, noon)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await findSignInLink(second, noon)).toMatchObject({ role: "VIEWER" });
    expect(JSON.stringify(await db().signInLink.findMany())).not.toContain(second);
    expect(await auditedActions()).toEqual(["create-sign-in-link", "create-sign-in-link"]);
  });

  it("is refused for a real account, a sample that was switched off, and anybody but the system", async () => {
    const real = await makeAccount({ role: "ADMIN" });
    const off = await makeAccount({ isSample: true, isActive: false });
    for (const { id } of [real, off]) {
      await expect(createSignInLink(system, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const sample = await makeAccount({ isSample: true });
    for (const actor of [anonymous, real.actor]) {
      await expect(createSignInLink(as(actor), sample.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().signInLink.count()).toBe(0);
  });
});
