import { describe, expect, it } from "vitest";
import { anonymous, type StaffRole } from "#app/domain/shared/actor.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { asSession, auditedActions, goodPassword, makeAccount, signedIn } from "#tests/support/factories/staff-rows.ts";
import { findSession } from "../find-session.server.ts";
import { putOffSecondFactor } from "./put-off-second-factor.server.ts";
import { signIn } from "./sign-in.server.ts";

useDatabase();

async function open(role: StaffRole, secondFactor = false) {
  const account = await makeAccount({ role, secondFactor });
  const { token } = await signIn(as(anonymous), {
    email: account.email,
    password: goodPassword,
    network: "192.0.2.1",
    userAgent: null,
  });
  return { account, token, session: await signedIn(token) };
}

// The address tests run under, http://localhost:3000, is a loopback one; public-site.server.test.ts has another.
describe("putting the second factor off on one's own machine", () => {
  it("completes the sign-in with a new secret and says from then on that the factor is missing", async () => {
    const { account, token, session } = await open("ADMIN");
    const done = await putOffSecondFactor(asSession(session), { sessionId: session.sessionId });
    expect(await findSession(token, noon)).toBeNull();
    expect(await signedIn(done.token)).toMatchObject({ stage: "complete", account: { secondFactorPutOff: true } });
    expect(await auditedActions()).toEqual(["sign-in", "put-off-second-factor"]);
    const next = await signIn(as(anonymous), {
      email: account.email,
      password: goodPassword,
      network: "192.0.2.1",
      userAgent: null,
    });
    expect(next.stage).toBe("complete");
  });

  it("is no way around a second factor that is set, and no business of roles that need none", async () => {
    for (const [role, secondFactor] of [
      ["ADMIN", true],
      ["OFFICER", false],
    ] as const) {
      const { session } = await open(role, secondFactor);
      await expect(putOffSecondFactor(asSession(session), { sessionId: session.sessionId })).rejects.toMatchObject({
        code: "CONFLICT",
      });
    }
  });

  it("works on one's own session alone", async () => {
    const { session } = await open("ADMIN");
    const other = await open("ADMIN");
    await expect(putOffSecondFactor(asSession(other.session), { sessionId: session.sessionId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(putOffSecondFactor(as(anonymous), { sessionId: session.sessionId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
