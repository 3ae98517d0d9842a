import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, noon, staff } from "#tests/support/factories/review-rows.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { inviteStaff } from "../commands/invite-staff.server.ts";
import { revokeInvitation } from "../commands/revoke-invitation.server.ts";
import { invitationLifetime } from "../staff.ts";
import { getAccountPage } from "./get-account-page.server.ts";
import { getStaffMember } from "./get-staff-member.server.ts";
import { getStaffPage } from "./get-staff-page.server.ts";

useDatabase();

const admin = staff("ADMIN");
const others = [anonymous, staff("MODERATOR"), staff("OFFICER"), staff("VIEWER")];

describe("the staff list", () => {
  it("shows accounts in use first, what protects them, and each invitation's state", async () => {
    const desk = await makeDesk({ name: "協働担当" });
    await makeAccount({ name: "停止", isActive: false });
    await makeAccount({ name: "管理", role: "ADMIN" });
    await makeAccount({ name: "審査", role: "MODERATOR", secondFactor: true });
    await makeAccount({ name: "窓口", role: "OFFICER", deskIds: [desk.id] });
    const invite = (email: string) =>
      inviteStaff(as(admin), { email, name: "新任", role: "VIEWER", locale: "ja", deskIds: [] });
    await invite("a@tomakomai.example");
    await revokeInvitation(as(admin), await invite("b@tomakomai.example"));
    const { accounts, invitations } = await getStaffPage(admin, { now: noon, locale: "ja" });
    expect(
      accounts.map(({ name, secondFactor, desks, isActive }) => ({ name, secondFactor, desks, isActive })),
    ).toEqual([
      { name: "管理", secondFactor: "missing", desks: [], isActive: true },
      { name: "審査", secondFactor: "on", desks: [], isActive: true },
      { name: "窓口", secondFactor: "none", desks: ["協働担当"], isActive: true },
      { name: "停止", secondFactor: "none", desks: [], isActive: false },
    ]);
    const stateOf = (page: typeof invitations) => Object.fromEntries(page.map(({ email, state }) => [email, state]));
    expect(stateOf(invitations)).toEqual({ "a@tomakomai.example": "open", "b@tomakomai.example": "revoked" });
    const late = new Date(noon.getTime() + invitationLifetime);
    expect(stateOf((await getStaffPage(admin, { now: late, locale: "ja" })).invitations)).toMatchObject({
      "a@tomakomai.example": "expired",
    });
  });

  it("and each account in it are for administrators alone and hold no secret", async () => {
    const { id } = await makeAccount({ role: "ADMIN", secondFactor: true });
    for (const viewer of others) {
      await expect(getStaffPage(viewer, { now: noon, locale: "ja" })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(getStaffMember(viewer, id, noon)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(getStaffMember(admin, randomUUID(), noon)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const shown = JSON.stringify([
      await getStaffPage(admin, { now: noon, locale: "ja" }),
      await getStaffMember(admin, id, noon),
    ]);
    expect(shown).not.toMatch(/argon2|passwordHash|totpSecret|tokenHash|v1\./);
  });
});

describe("the account page", () => {
  it("is one's own", async () => {
    const account = await makeAccount({ role: "ADMIN", secondFactor: true });
    const page = await getAccountPage(account.actor, { sessionId: randomUUID(), now: noon });
    expect(page).toEqual({
      email: account.email,
      locale: "ja",
      hasPassword: true,
      secondFactorSince: noon.toISOString(),
      recoveryCodesLeft: 0,
      sessions: [],
    });
    await expect(getAccountPage(anonymous, { sessionId: "", now: noon })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
