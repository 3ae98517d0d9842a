import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { asSession, auditedActions, goodPassword, makeAccount, signedIn } from "#tests/support/factories/staff-rows.ts";
import { findSession } from "../find-session.server.ts";
import { getAccountPage } from "../queries/get-account-page.server.ts";
import { endSession } from "./end-session.server.ts";
import { signIn } from "./sign-in.server.ts";

useDatabase();

const enter = (email: string) =>
  signIn(as(anonymous), { email, password: goodPassword, network: "192.0.2.1", userAgent: "Testbrowser/1.0" });

describe("ending one of one's sessions", () => {
  it("ends that one at once; the page lists the rest", async () => {
    const account = await makeAccount();
    const [there, here] = [await enter(account.email), await enter(account.email)];
    const [lost, session] = [await signedIn(there.token), await signedIn(here.token)];
    await endSession(asSession(session), { id: lost.sessionId });
    expect(await findSession(there.token, noon)).toBeNull();
    const page = await getAccountPage(session.actor, { sessionId: session.sessionId, now: noon });
    expect(page.sessions).toMatchObject([{ id: session.sessionId, isThis: true, userAgent: "Testbrowser/1.0" }]);
    expect((await auditedActions()).at(-1)).toBe("end-session");
  });

  it("does not reach other people's sessions", async () => {
    const victim = await signedIn((await enter((await makeAccount()).email)).token);
    const other = await makeAccount({ role: "ADMIN" });
    await expect(endSession(as(other.actor), { id: victim.sessionId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(endSession(as(anonymous), { id: victim.sessionId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
