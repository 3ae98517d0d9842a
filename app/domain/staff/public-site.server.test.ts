import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { asSession, goodPassword, makeAccount, signedIn } from "#tests/support/factories/staff-rows.ts";
import { createSignInLink } from "./commands/create-sign-in-link.server.ts";
import { putOffSecondFactor } from "./commands/put-off-second-factor.server.ts";
import { signIn } from "./commands/sign-in.server.ts";
import { signInByLink } from "./commands/sign-in-by-link.server.ts";
import { findSignInLink } from "./queries/find-sign-in-link.server.ts";

process.env.BASE_URL = "https://hiroba.tomakomai.example";

useDatabase();

// What is allowed on one's own machine is not on a site other people can reach.
describe("on a public address", () => {
  it("the second factor cannot be put off", async () => {
    const account = await makeAccount({ role: "ADMIN" });
    const { token } = await signIn(as(anonymous), {
      email: account.email,
      password: goodPassword,
      network: "192.0.2.1",
      userAgent: null,
    });
    const session = await signedIn(token);
    expect(session.stage).toBe("enrol");
    await expect(putOffSecondFactor(asSession(session), { sessionId: session.sessionId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("one that was put off before the site moved here is asked for again", async () => {
    const account = await makeAccount({ role: "MODERATOR" });
    await db().staffAccount.update({ where: { id: account.id }, data: { secondFactorPutOffAt: noon } });
    const { stage } = await signIn(as(anonymous), {
      email: account.email,
      password: goodPassword,
      network: "192.0.2.1",
      userAgent: null,
    });
    expect(stage).toBe("enrol");
  });

  it("no sign-in link is made, and one from before opens nothing", async () => {
    const sample = await makeAccount({ role: "ADMIN", isSample: true, password: null });
    await expect(createSignInLink(as({ kind: "system", name: "見本" }), sample.id)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await db().signInLink.create({
      data: {
        id: crypto.randomUUID(),
        staffId: sample.id,
        tokenHash: hashToken("link-from-before"),
        expiresAt: new Date(noon.getTime() + 60_000),
      },
    });
    await expect(findSignInLink("link-from-before", noon)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(signInByLink(as(anonymous), { token: "link-from-before", userAgent: null })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db().staffSession.count()).toBe(0);
  });
});
