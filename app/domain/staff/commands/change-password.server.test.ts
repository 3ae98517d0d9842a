import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { asSession, auditedActions, goodPassword, makeAccount, signedIn } from "#tests/support/factories/staff-rows.ts";
import { findSession } from "../find-session.server.ts";
import { changePassword } from "./change-password.server.ts";
import { signIn } from "./sign-in.server.ts";

useDatabase();

const next = "ame-no-hi-no-kasa";
const enter = (email: string, password: string) =>
  signIn(as(anonymous), { email, password, network: "192.0.2.1", userAgent: null });

describe("changing one's password", () => {
  it("takes the new one from then on, ends the other sessions and keeps this one", async () => {
    const account = await makeAccount();
    const elsewhere = await enter(account.email, goodPassword);
    const here = await enter(account.email, goodPassword);
    const session = await signedIn(here.token);
    await changePassword(asSession(session), { sessionId: session.sessionId, present: goodPassword, password: next });
    expect(await findSession(elsewhere.token, noon)).toBeNull();
    expect((await signedIn(here.token)).actor.id).toBe(account.id);
    await expect(enter(account.email, goodPassword)).rejects.toMatchObject({ code: "INPUT" });
    expect((await enter(account.email, next)).stage).toBe("complete");
    expect((await auditedActions()).filter((action) => action === "change-password")).toHaveLength(1);
  });

  it("insists on the present password and on a good new one", async () => {
    const account = await makeAccount();
    const here = await signedIn((await enter(account.email, goodPassword)).token);
    const form = { sessionId: here.sessionId, present: goodPassword, password: next };
    await expect(changePassword(asSession(here), { ...form, present: "wrong" })).rejects.toMatchObject({
      fields: { present: ["passwordWrong"] },
    });
    await expect(changePassword(asSession(here), { ...form, password: "tomakomai2026" })).rejects.toMatchObject({
      fields: { password: ["passwordCommon"] },
    });
    await expect(changePassword(as(anonymous), form)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("slows guessing of the present password at an unlocked screen", async () => {
    const account = await makeAccount();
    const answers = [];
    for (let n = 0; n < 8; n += 1) {
      answers.push(
        await changePassword(as(account.actor), { sessionId: "", present: `guess ${n}`, password: next }).catch(
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(answers).toEqual([...Array(6).fill("INPUT"), ...Array(2).fill("LIMIT")]);
  });
});
