import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { auditedActions, goodPassword, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { findSession } from "../find-session.server.ts";
import { signIn } from "./sign-in.server.ts";
import { signOut } from "./sign-out.server.ts";

useDatabase();

describe("signing out", () => {
  it("ends the session on the server, also one that waits for its second factor", async () => {
    for (const secondFactor of [false, true]) {
      const account = await makeAccount({ secondFactor });
      const enter = () =>
        signIn(as(anonymous), { email: account.email, password: goodPassword, network: "192.0.2.1", userAgent: null });
      const [one, two] = [await enter(), await enter()];
      await signOut(as(anonymous), { token: one.token });
      expect(await findSession(one.token, noon)).toBeNull();
      expect(await findSession(two.token, noon)).not.toBeNull();
    }
    const entries = await db().auditEntry.findMany({ where: { action: "sign-out" } });
    expect(entries.map((entry) => entry.actorKind)).toEqual(["staff", "staff"]);
  });

  it("does nothing without a session", async () => {
    for (const token of [null, "", "made-up"]) await signOut(as(anonymous), { token });
    expect(await auditedActions()).toEqual([]);
  });
});
