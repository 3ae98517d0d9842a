import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import {
  asSession,
  auditedActions,
  codeAt,
  goodPassword,
  type MadeAccount,
  makeAccount,
  signedIn,
} from "#tests/support/factories/staff-rows.ts";
import { findSession } from "../find-session.server.ts";
import { newEnrolment, reopenEnrolment } from "../second-factor.server.ts";
import { confirmSecondFactor } from "./confirm-second-factor.server.ts";
import { enableSecondFactor } from "./enable-second-factor.server.ts";
import { signIn } from "./sign-in.server.ts";

useDatabase();

const at = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

async function open(account: MadeAccount) {
  const { token } = await signIn(as(anonymous), {
    email: account.email,
    password: goodPassword,
    network: "192.0.2.1",
    userAgent: null,
  });
  return { token, session: await signedIn(token) };
}

describe("setting up the second factor", () => {
  it("completes the sign-in that asked for it, with a new secret, and gives ten recovery codes", async () => {
    const account = await makeAccount({ role: "ADMIN" });
    const { token, session } = await open(account);
    const enrolment = newEnrolment(account, noon);
    const done = await enableSecondFactor(asSession(session), {
      sessionId: session.sessionId,
      enrolment: enrolment.sealed,
      code: codeAt(enrolment.secret, noon),
      password: null,
    });
    expect(done.recoveryCodes).toHaveLength(10);
    for (const code of done.recoveryCodes) expect(code).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}$/);
    expect(await findSession(token, noon)).toBeNull();
    expect(await signedIn(done.token)).toMatchObject({ stage: "complete", account: { hasSecondFactor: true } });
    expect(await auditedActions()).toEqual(["sign-in", "enable-second-factor"]);
    const stored = JSON.stringify([await db().recoveryCode.findMany(), await db().staffAccount.findMany()]);
    for (const secret of [...done.recoveryCodes, enrolment.secret]) expect(stored).not.toContain(secret);
  });

  it("does not take the same code again at the next sign-in", async () => {
    const account = await makeAccount({ role: "ADMIN" });
    const { session } = await open(account);
    const enrolment = newEnrolment(account, noon);
    const code = codeAt(enrolment.secret, noon);
    await enableSecondFactor(asSession(session), {
      sessionId: session.sessionId,
      enrolment: enrolment.sealed,
      code,
      password: null,
    });
    const next = await open(account);
    expect(next.session.stage).toBe("second-factor");
    await expect(
      confirmSecondFactor(asSession(next.session), { sessionId: next.session.sessionId, code }),
    ).rejects.toMatchObject({
      code: "INPUT",
    });
  });

  it("asks somebody who is fully signed in for the password, and ends the other sessions", async () => {
    const account = await makeAccount({ role: "VIEWER" });
    const elsewhere = await open(account);
    const { session } = await open(account);
    const enrolment = newEnrolment(account, noon);
    const form = { sessionId: session.sessionId, enrolment: enrolment.sealed, code: codeAt(enrolment.secret, noon) };
    for (const password of [null, "wrong"]) {
      await expect(enableSecondFactor(asSession(session), { ...form, password })).rejects.toMatchObject({
        fields: { password: ["passwordWrong"] },
      });
    }
    const done = await enableSecondFactor(asSession(session), { ...form, password: goodPassword });
    expect((await signedIn(done.token)).stage).toBe("complete");
    expect(await findSession(elsewhere.token, noon)).toBeNull();
  });

  it("cannot be replaced by somebody who knows the password only", async () => {
    const account = await makeAccount({ role: "ADMIN", secondFactor: true });
    const { session } = await open(account);
    const enrolment = newEnrolment(account, noon);
    await expect(
      enableSecondFactor(asSession(session), {
        sessionId: session.sessionId,
        enrolment: enrolment.sealed,
        code: codeAt(enrolment.secret, noon),
        password: goodPassword,
      }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("refuses a wrong code, and a secret that is old, changed or another account's", async () => {
    const account = await makeAccount({ role: "ADMIN" });
    const { session } = await open(account);
    const other = newEnrolment(await makeAccount(), noon);
    const old = newEnrolment(account, at(-31 * 60));
    const fresh = newEnrolment(account, noon);
    const attempt = (enrolment: string, code: string) =>
      enableSecondFactor(asSession(session), { sessionId: session.sessionId, enrolment, code, password: null });
    await expect(attempt(fresh.sealed, codeAt(fresh.secret, at(300)))).rejects.toMatchObject({
      fields: { code: ["codeWrong"] },
    });
    for (const wrong of [other, old, { ...fresh, sealed: `${fresh.sealed}x` }]) {
      await expect(attempt(wrong.sealed, codeAt(wrong.secret, noon))).rejects.toMatchObject({
        code: "CONFLICT",
        messageKey: "enrolmentTooOld",
      });
    }
    expect(reopenEnrolment(account, fresh.sealed, noon)).toEqual(fresh);
    expect(reopenEnrolment(account, other.sealed, noon)).toBeNull();
    expect((await db().staffAccount.findUniqueOrThrow({ where: { id: account.id } })).totpEnabledAt).toBeNull();
  });
});
