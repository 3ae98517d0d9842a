import { describe, expect, it } from "vitest";
import { anonymous, type StaffRole } from "#app/domain/shared/actor.ts";
import { deriveToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions, goodPassword, makeAccount, signedIn } from "#tests/support/factories/staff-rows.ts";
import { acceptInvitation } from "./accept-invitation.server.ts";
import { ensureBootstrapInvitation } from "./ensure-bootstrap-invitation.server.ts";
import { inviteStaff } from "./invite-staff.server.ts";
import { signIn } from "./sign-in.server.ts";

useDatabase();

const email = "shinnin@tomakomai.example";

async function invited(role: StaffRole, deskIds: string[] = []) {
  const { id } = await inviteStaff(as(staff("ADMIN")), { email, name: "新任", role, locale: "ja", deskIds });
  return deriveToken("invitation", id);
}

const form = (token: string) => ({
  token,
  name: "新任職員",
  password: goodPassword,
  locale: "en" as const,
  userAgent: null,
});

describe("accepting an invitation", () => {
  it("makes the account with the invited role and desks and signs in", async () => {
    const desk = await makeDesk();
    const token = await invited("OFFICER", [desk.id]);
    const session = await acceptInvitation(as(anonymous), form(token));
    const found = await signedIn(session.token);
    expect(found.stage).toBe("complete");
    expect(found.account).toMatchObject({ email, name: "新任職員", locale: "en", role: "OFFICER" });
    expect(found.actor.deskIds).toEqual([desk.id]);
    expect(await auditedActions()).toEqual(["invite-staff", "accept-invitation"]);
    const row = await db().staffAccount.findUniqueOrThrow({ where: { email } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("does not skip the second factor", async () => {
    const session = await acceptInvitation(as(anonymous), form(await invited("MODERATOR")));
    expect(session.stage).toBe("enrol");
    expect((await signedIn(session.token)).stage).toBe("enrol");
  });

  it("works once", async () => {
    const token = await invited("VIEWER");
    await acceptInvitation(as(anonymous), form(token));
    await expect(acceptInvitation(as(anonymous), form(token))).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const made of ["", "x", deriveToken("invitation", "nobody")]) {
      await expect(acceptInvitation(as(anonymous), form(made))).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("refuses a weak password and leaves the link open", async () => {
    const token = await invited("VIEWER");
    for (const [password, problem] of [
      ["short", "passwordTooShort"],
      ["password1234", "passwordCommon"],
      [`${email.split("@")[0]}-to-neko`, "passwordOwnName"],
    ] as const) {
      await expect(acceptInvitation(as(anonymous), { ...form(token), password })).rejects.toMatchObject({
        fields: { password: [problem] },
      });
    }
    expect((await acceptInvitation(as(anonymous), form(token))).stage).toBe("complete");
  });

  it("keeps to the invited address and role whatever else is sent", async () => {
    const token = await invited("VIEWER");
    const smuggled = { ...form(token), email: "attacker@example.com", role: "ADMIN", isBootstrap: true };
    await acceptInvitation(as(anonymous), smuggled);
    const row = await db().staffAccount.findFirstOrThrow();
    expect(row).toMatchObject({ email, role: "VIEWER" });
  });

  it("cannot take over an account that exists", async () => {
    const token = await invited("ADMIN");
    const victim = await makeAccount({ email, password: "mukashi-no-himitsu" });
    await expect(acceptInvitation(as(anonymous), form(token))).rejects.toMatchObject({
      fields: { email: ["staffExists"] },
    });
    const bootstrap = (await ensureBootstrapInvitation(as({ kind: "system", name: "起動" }))) ?? "";
    await expect(acceptInvitation(as(anonymous), { ...form(bootstrap), email })).rejects.toMatchObject({
      fields: { email: ["staffExists"] },
    });
    const again = await signIn(as(anonymous), {
      email,
      password: "mukashi-no-himitsu",
      network: "192.0.2.1",
      userAgent: null,
    });
    expect((await signedIn(again.token)).actor.id).toBe(victim.id);
  });

  it("asks the first administrator for an address", async () => {
    const token = (await ensureBootstrapInvitation(as({ kind: "system", name: "起動" }))) ?? "";
    await expect(acceptInvitation(as(anonymous), form(token))).rejects.toMatchObject({
      fields: { email: ["required"] },
    });
    await acceptInvitation(as(anonymous), { ...form(token), email: "kanri@tomakomai.example" });
    expect(await db().staffAccount.findFirstOrThrow()).toMatchObject({
      email: "kanri@tomakomai.example",
      role: "ADMIN",
    });
  });
});
