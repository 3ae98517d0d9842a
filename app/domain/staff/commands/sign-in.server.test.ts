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
  letSignInPausesPass,
  makeAccount,
  signedIn,
} from "#tests/support/factories/staff-rows.ts";
import { findSession } from "../find-session.server.ts";
import { sessionLimits } from "../staff.ts";
import { confirmSecondFactor } from "./confirm-second-factor.server.ts";
import { signIn } from "./sign-in.server.ts";

useDatabase();

const visitor = as(anonymous);
const later = (ms: number) => new Date(noon.getTime() + ms);

const typed = (email: string, password = goodPassword, network = "192.0.2.1") => ({
  email,
  password,
  network,
  userAgent: "Testbrowser/1.0",
});

describe("signing in", () => {
  it("opens the desk for an officer with address and password, however the address is typed", async () => {
    const account = await makeAccount({ role: "OFFICER", email: "madoguchi@tomakomai.example" });
    const session = await signIn(visitor, typed("  Madoguchi@Tomakomai.Example "));
    expect(session.stage).toBe("complete");
    const found = await signedIn(session.token);
    expect(found.actor).toEqual(account.actor);
    expect(found.stage).toBe("complete");
    expect(await auditedActions()).toEqual(["sign-in"]);
    const entry = await db().auditEntry.findFirstOrThrow();
    expect(entry).toMatchObject({ actorKind: "staff", actorId: account.id, subjectId: account.id });
    const row = await db().staffAccount.findUniqueOrThrow({ where: { id: account.id } });
    expect(row.lastSignInAt).toEqual(noon);
  });

  it("keeps only a hash of the session's secret", async () => {
    const account = await makeAccount();
    const { token } = await signIn(visitor, typed(account.email));
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = await db().staffSession.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("stops before the second factor where one is set, and asks roles that need one to set it up", async () => {
    const withFactor = await makeAccount({ role: "MODERATOR", secondFactor: true });
    const without = await makeAccount({ role: "ADMIN" });
    const waiting = await signIn(visitor, typed(withFactor.email));
    const enrolling = await signIn(visitor, typed(without.email));
    expect(waiting.stage).toBe("second-factor");
    expect(enrolling.stage).toBe("enrol");
    expect((await signedIn(waiting.token)).stage).toBe("second-factor");
    expect(await findSession(waiting.token, later(sessionLimits.unfinished))).toBeNull();
    const row = await db().staffAccount.findUniqueOrThrow({ where: { id: withFactor.id } });
    expect(row.lastSignInAt).toBeNull();
  });

  it("answers alike for a wrong password, an unknown address, an account switched off and one without password", async () => {
    const right = await makeAccount();
    const off = await makeAccount({ isActive: false });
    const without = await makeAccount({ password: null });
    const refusals = [
      typed(right.email, "another password"),
      typed("nobody@tomakomai.example"),
      typed(off.email),
      typed(without.email),
    ];
    for (const attempt of refusals) {
      await expect(signIn(visitor, attempt)).rejects.toMatchObject({
        code: "INPUT",
        fields: { form: ["signInRefused"] },
      });
    }
    expect(await db().staffSession.count()).toBe(0);
    expect(await auditedActions()).toEqual(refusals.map(() => "refuse-sign-in"));
    const entries = await db().auditEntry.findMany();
    expect(JSON.stringify(entries.map((entry) => entry.detail))).not.toContain("@");
  });

  it("takes about as long for an unknown address as for a wrong password", async () => {
    const account = await makeAccount();
    const time = async (attempt: ReturnType<typeof typed>) => {
      const start = performance.now();
      await signIn(visitor, attempt).catch(() => undefined);
      return performance.now() - start;
    };
    await time(typed("first@tomakomai.example"));
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      known.push(await time(typed(account.email, "wrong", "192.0.2.7")));
      unknown.push(await time(typed("nobody@tomakomai.example", "wrong", "192.0.2.8")));
    }
    // The password check alone takes tens of milliseconds; without the decoy the fastest refusal would be several times faster.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.5);
  });
});

describe("brute force", () => {
  const guess = (email: string, network: string) =>
    signIn(visitor, typed(email, "guess", network)).then(
      () => "in",
      (error: { code: string }) => error.code,
    );

  it("slows an account after five wrong passwords wherever they come from, and says for how long", async () => {
    const account = await makeAccount();
    const answers = [];
    for (let n = 0; n < 10; n += 1) answers.push(await guess(account.email, `198.51.100.${n}`));
    expect(answers).toEqual([...Array(6).fill("INPUT"), ...Array(4).fill("LIMIT")]);
    await expect(signIn(visitor, typed(account.email, goodPassword, "198.51.100.99"))).rejects.toMatchObject({
      code: "LIMIT",
      messageKey: "signInLimit",
      params: { minutes: 1 },
    });
    expect(await guess((await makeAccount()).email, "198.51.100.99")).toBe("INPUT");
  });

  it("slows an unknown address in the same way", async () => {
    const answers = [];
    for (let n = 0; n < 8; n += 1) answers.push(await guess("nobody@tomakomai.example", `198.51.100.${n}`));
    expect(answers).toEqual([...Array(6).fill("INPUT"), ...Array(2).fill("LIMIT")]);
  });

  it("judges no more of fifty guesses at once than of fifty in a row", async () => {
    const account = await makeAccount();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => guess(account.email, `203.0.113.${n}`)));
    expect(answers.filter((answer) => answer === "INPUT").length).toBeLessThanOrEqual(6);
    expect(answers.filter((answer) => answer === "LIMIT").length).toBeGreaterThanOrEqual(44);
    expect(await db().auditEntry.count({ where: { action: "refuse-sign-in" } })).toBeLessThanOrEqual(6);
  });

  it("lets the owner in after the pause, and starts anew then", async () => {
    const account = await makeAccount();
    for (let n = 0; n < 8; n += 1) await guess(account.email, `198.51.100.${n}`);
    await letSignInPausesPass();
    expect((await signIn(visitor, typed(account.email))).stage).toBe("complete");
    for (let n = 0; n < 5; n += 1) expect(await guess(account.email, "198.51.100.1")).toBe("INPUT");
  });

  it("doubles the pause with every further wrong password", async () => {
    const account = await makeAccount();
    for (let n = 0; n < 6; n += 1) await guess(account.email, `198.51.100.${n}`);
    const waits: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      waits.push(await waitOf(account.email));
      await letSignInPausesPass();
      expect(await guess(account.email, `198.51.100.${n}`)).toBe("INPUT");
    }
    expect(waits).toEqual([30, 60, 120, 240]);

    async function waitOf(email: string): Promise<number> {
      const error = await signIn(visitor, typed(email)).catch((caught: { params: { retryAfter: number } }) => caught);
      if (!("params" in error)) throw new Error("was let in");
      // Half a minute at the least, so a second that passed meanwhile is rounded away.
      return Math.ceil(error.params.retryAfter / 30) * 30;
    }
  });

  it("slows one network that tries many accounts", async () => {
    const answers = [];
    for (let n = 0; n < 33; n += 1) answers.push(await guess(`nobody-${n}@tomakomai.example`, "203.0.113.9"));
    expect(answers).toEqual([...Array(31).fill("INPUT"), ...Array(2).fill("LIMIT")]);
    expect(await guess("nobody-50@tomakomai.example", "203.0.113.10")).toBe("INPUT");
  });

  it("slows guessing of the second factor", async () => {
    const account = await makeAccount({ role: "ADMIN", secondFactor: true });
    const { token } = await signIn(visitor, typed(account.email));
    const session = await signedIn(token);
    const wrong = codeAt(account.totpSecret, noon) === "000000" ? "111111" : "000000";
    const answers = [];
    for (let n = 0; n < 9; n += 1) {
      answers.push(
        await confirmSecondFactor(asSession(session), { sessionId: session.sessionId, code: wrong }).then(
          () => "in",
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(answers).toEqual([...Array(6).fill("INPUT"), ...Array(3).fill("LIMIT")]);
  });

  it("keeps no address in the counters", async () => {
    await guess("nobody@tomakomai.example", "203.0.113.9");
    const keys = await db().$queryRaw<{ key: string }[]>`SELECT "key" FROM "rate_limit"`;
    expect(keys.length).toBeGreaterThan(0);
    expect(JSON.stringify(keys)).not.toMatch(/nobody|203\.0\.113/);
  });
});
