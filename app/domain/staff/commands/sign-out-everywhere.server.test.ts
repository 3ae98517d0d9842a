import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions, goodPassword, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { findSession } from "../find-session.server.ts";
import { signIn } from "./sign-in.server.ts";
import { signOutEverywhere } from "./sign-out-everywhere.server.ts";

useDatabase();

describe("signing out everywhere", () => {
  it("ends every session of the account and nobody else's", async () => {
    const [account, other] = [await makeAccount(), await makeAccount()];
    const enter = (email: string) =>
      signIn(as(anonymous), { email, password: goodPassword, network: "192.0.2.1", userAgent: null });
    const tokens = [(await enter(account.email)).token, (await enter(account.email)).token];
    const others = (await enter(other.email)).token;
    expect(await signOutEverywhere(as(account.actor), { staffId: account.id })).toBe(2);
    for (const token of tokens) expect(await findSession(token, noon)).toBeNull();
    expect(await findSession(others, noon)).not.toBeNull();
    expect((await auditedActions()).at(-1)).toBe("sign-out-everywhere");
    expect(await signOutEverywhere(as(staff("ADMIN")), { staffId: other.id })).toBe(1);
    expect(await findSession(others, noon)).toBeNull();
  });

  it("is for oneself and for administrators", async () => {
    const account = await makeAccount();
    for (const actor of [anonymous, staff("MODERATOR"), staff("OFFICER"), staff("VIEWER")]) {
      await expect(signOutEverywhere(as(actor), { staffId: account.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(signOutEverywhere(as(staff("ADMIN")), { staffId: randomUUID() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
