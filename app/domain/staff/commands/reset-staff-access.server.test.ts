import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { deriveToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions, goodPassword, makeAccount, signedIn } from "#tests/support/factories/staff-rows.ts";
import { findSession } from "../find-session.server.ts";
import { acceptInvitation } from "./accept-invitation.server.ts";
import { renewRecoveryCodes } from "./renew-recovery-codes.server.ts";
import { resetStaffAccess } from "./reset-staff-access.server.ts";
import { signIn } from "./sign-in.server.ts";

useDatabase();

const next = "ame-no-hi-no-kasa";

describe("resetting a colleague's access", () => {
  it("takes password, second factor and sessions away and mails a link that leads back into the same account", async () => {
    const account = await makeAccount({ role: "MODERATOR", secondFactor: true });
    await renewRecoveryCodes(as(account.actor), { password: goodPassword });
    const enter = (password: string) =>
      signIn(as(anonymous), { email: account.email, password, network: "192.0.2.1", userAgent: null });
    const { token } = await enter(goodPassword);
    await resetStaffAccess(as(staff("ADMIN")), { id: account.id, version: 1 });
    expect(await findSession(token, noon)).toBeNull();
    expect(await db().recoveryCode.count()).toBe(0);
    await expect(enter(goodPassword)).rejects.toMatchObject({ code: "INPUT" });
    expect(await db().mail.findMany()).toMatchObject([
      { template: "invitation", recipient: account.email, recipientKind: "STAFF" },
    ]);

    const invitation = await db().invitation.findFirstOrThrow();
    const back = {
      token: deriveToken("invitation", invitation.id),
      name: "同じ職員",
      password: next,
      locale: "ja" as const,
      userAgent: null,
    };
    const session = await acceptInvitation(as(anonymous), back);
    expect(await signedIn(session.token)).toMatchObject({
      actor: { id: account.id, role: "MODERATOR" },
      stage: "enrol",
    });
    expect((await enter(next)).stage).toBe("enrol");
    expect((await auditedActions()).filter((action) => action === "reset-staff-access")).toHaveLength(1);
  });

  it("does not lead back in once the account was switched off", async () => {
    const account = await makeAccount({ role: "VIEWER" });
    await resetStaffAccess(as(staff("ADMIN")), { id: account.id, version: 1 });
    await db().staffAccount.update({ where: { id: account.id }, data: { isActive: false } });
    const invitation = await db().invitation.findFirstOrThrow();
    await expect(
      acceptInvitation(as(anonymous), {
        token: deriveToken("invitation", invitation.id),
        name: "職員",
        password: next,
        locale: "ja",
        userAgent: null,
      }),
    ).rejects.toMatchObject({ fields: { email: ["staffExists"] } });
  });

  it("is refused for oneself, for accounts switched off, for samples, on a stale page and to others", async () => {
    const admin = await makeAccount({ role: "ADMIN" });
    const account = await makeAccount();
    const off = await makeAccount({ isActive: false });
    const sample = await makeAccount({ isSample: true });
    for (const [id, version, refusal] of [
      [admin.id, 1, { code: "CONFLICT", messageKey: "resetOwnAccess" }],
      [off.id, 1, { code: "CONFLICT", messageKey: "staffSwitchedOff" }],
      [sample.id, 1, { code: "NOT_FOUND" }],
      [account.id, 2, { code: "CONFLICT", messageKey: "changedMeanwhile" }],
    ] as const) {
      await expect(resetStaffAccess(as(admin.actor), { id, version })).rejects.toMatchObject(refusal);
    }
    for (const actor of [anonymous, staff("MODERATOR"), account.actor, staff("VIEWER")]) {
      await expect(resetStaffAccess(as(actor), { id: account.id, version: 1 })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    expect(await db().mail.count()).toBe(0);
  });
});
