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
import { sessionLimits } from "../staff.ts";
import { confirmSecondFactor } from "./confirm-second-factor.server.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.server.ts";
import { signIn } from "./sign-in.server.ts";

const at = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

async function waiting(account: MadeAccount, when = noon) {
  const { token } = await signIn(as(anonymous, when), {
    email: account.email,
    password: goodPassword,
    network: "192.0.2.1",
    userAgent: null,
  });
  return { token, session: await signedIn(token, when) };
}

const moderator = () => makeAccount({ role: "MODERATOR", secondFactor: true });

describe("the second step of a sign-in", () => {
  useDatabase();

  it("opens the desk with the app's code and leaves one audit entry", async () => {
    const account = await moderator();
    const { session } = await waiting(account);
    const done = await confirmSecondFactor(asSession(session), {
      sessionId: session.sessionId,
      code: codeAt(account.totpSecret, noon),
    });
    expect(done.expiresAt).toEqual(at(sessionLimits.absolute / 1000));
    expect(done.recoveryCodesLeft).toBeNull();
    expect((await signedIn(done.token)).stage).toBe("complete");
    expect(await auditedActions()).toEqual(["sign-in", "confirm-second-factor"]);
  });

  it("gives the session a new secret: one planted or seen before the second factor opens nothing after it", async () => {
    const account = await moderator();
    const { token, session } = await waiting(account);
    const done = await confirmSecondFactor(asSession(session), {
      sessionId: session.sessionId,
      code: codeAt(account.totpSecret, noon),
    });
    expect(done.token).not.toBe(token);
    expect(await findSession(token, noon)).toBeNull();
    expect((await signedIn(done.token)).sessionId).toBe(session.sessionId);
  });

  it("takes the codes of the steps before and after, also typed full-width or in groups, and no others", async () => {
    for (const [seconds, isTaken] of [
      [-60, false],
      [-30, true],
      [0, true],
      [30, true],
      [60, false],
    ] as const) {
      const account = await moderator();
      const { session } = await waiting(account);
      const code = codeAt(account.totpSecret, at(seconds));
      const shown = `${code.slice(0, 3)} ${code.slice(3)}`.replace(/\d/g, (d) =>
        String.fromCharCode(d.charCodeAt(0) + 0xfee0),
      );
      const result = confirmSecondFactor(asSession(session), { sessionId: session.sessionId, code: shown });
      if (isTaken) expect((await result).stage).toBe("complete");
      else await expect(result).rejects.toMatchObject({ code: "INPUT", fields: { code: ["codeWrong"] } });
    }
  });

  it("takes a code once: not again in another sign-in, and not an older one after it", async () => {
    const account = await moderator();
    const code = codeAt(account.totpSecret, noon);
    const first = await waiting(account);
    await confirmSecondFactor(asSession(first.session), { sessionId: first.session.sessionId, code });
    const second = await waiting(account);
    for (const replayed of [code, codeAt(account.totpSecret, at(-30))]) {
      await expect(
        confirmSecondFactor(asSession(second.session), { sessionId: second.session.sessionId, code: replayed }),
      ).rejects.toMatchObject({ fields: { code: ["codeWrong"] } });
    }
    const next = await confirmSecondFactor(asSession(second.session, at(30)), {
      sessionId: second.session.sessionId,
      code: codeAt(account.totpSecret, at(30)),
    });
    expect(next.stage).toBe("complete");
  });

  it("takes a code once when it is sent twice at the same moment", async () => {
    const account = await moderator();
    const code = codeAt(account.totpSecret, noon);
    const [one, two] = [await waiting(account), await waiting(account)];
    const results = await Promise.allSettled(
      [one, two].map(({ session }) => confirmSecondFactor(asSession(session), { sessionId: session.sessionId, code })),
    );
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("takes each recovery code once, however it is typed, and says how many are left", async () => {
    const account = await moderator();
    const codes = await renewRecoveryCodes(as(account.actor), { password: goodPassword });
    expect(new Set(codes).size).toBe(10);
    const code = codes[3] ?? "";
    const { session } = await waiting(account);
    const done = await confirmSecondFactor(asSession(session), {
      sessionId: session.sessionId,
      code: ` ${code.toUpperCase().replaceAll("-", " ")} `,
    });
    expect(done.recoveryCodesLeft).toBe(9);
    const again = await waiting(account);
    await expect(
      confirmSecondFactor(asSession(again.session), { sessionId: again.session.sessionId, code }),
    ).rejects.toMatchObject({ fields: { code: ["codeWrong"] } });
  });

  it("does not take another account's recovery code", async () => {
    const [account, other] = [await moderator(), await moderator()];
    const [code = ""] = await renewRecoveryCodes(as(other.actor), { password: goodPassword });
    const { session } = await waiting(account);
    await expect(confirmSecondFactor(asSession(session), { sessionId: session.sessionId, code })).rejects.toMatchObject(
      { code: "INPUT" },
    );
  });

  it("refuses a session that is complete, over, too old, of another account or of an account switched off meanwhile", async () => {
    const account = await moderator();
    const { session } = await waiting(account);
    const code = codeAt(account.totpSecret, noon);
    const other = await moderator();
    await expect(confirmSecondFactor(as(other.actor), { sessionId: session.sessionId, code })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(confirmSecondFactor(as(anonymous), { sessionId: session.sessionId, code })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const tooLate = at(15 * 60);
    await expect(
      confirmSecondFactor(asSession(session, tooLate), {
        sessionId: session.sessionId,
        code: codeAt(account.totpSecret, tooLate),
      }),
    ).rejects.toMatchObject({ code: "CONFLICT", messageKey: "signInNotWaiting" });
    await db().staffAccount.update({ where: { id: account.id }, data: { isActive: false } });
    await expect(confirmSecondFactor(asSession(session), { sessionId: session.sessionId, code })).rejects.toMatchObject(
      {
        code: "CONFLICT",
      },
    );
  });

  it("keeps the app's secret sealed", async () => {
    const account = await moderator();
    const row = await db().staffAccount.findUniqueOrThrow({ where: { id: account.id } });
    expect(row.totpSecret).not.toContain(account.totpSecret);
    const otherSeal = await moderator();
    await db().staffAccount.update({
      where: { id: account.id },
      data: { totpSecret: (await db().staffAccount.findUniqueOrThrow({ where: { id: otherSeal.id } })).totpSecret },
    });
    const { session } = await waiting(account);
    // A secret moved over from another account's row does not open.
    await expect(
      confirmSecondFactor(asSession(session), {
        sessionId: session.sessionId,
        code: codeAt(otherSeal.totpSecret, noon),
      }),
    ).rejects.toThrow();
  });
});
