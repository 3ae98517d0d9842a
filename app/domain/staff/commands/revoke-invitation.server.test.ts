import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { deriveToken } from "#app/platform/crypto.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions, goodPassword } from "#tests/support/factories/staff-rows.ts";
import { invitationLifetime } from "../staff.ts";
import { acceptInvitation } from "./accept-invitation.server.ts";
import { inviteStaff } from "./invite-staff.server.ts";
import { revokeInvitation } from "./revoke-invitation.server.ts";

useDatabase();

const admin = staff("ADMIN");
const invite = () =>
  inviteStaff(as(admin), { email: "a@tomakomai.example", name: "職員", role: "VIEWER", locale: "ja", deskIds: [] });
const accept = (id: string) =>
  acceptInvitation(as(anonymous), {
    token: deriveToken("invitation", id),
    name: "職員",
    password: goodPassword,
    locale: "ja",
    userAgent: null,
  });

describe("taking an invitation back", () => {
  it("makes its link useless and is audited once", async () => {
    const { id } = await invite();
    await revokeInvitation(as(admin), { id });
    await expect(accept(id)).rejects.toMatchObject({ code: "NOT_FOUND", messageKey: "invitationNotFound" });
    expect(await auditedActions()).toEqual(["invite-staff", "revoke-invitation"]);
  });

  it("is not possible when it was accepted, taken back or has expired", async () => {
    const accepted = await invite();
    await accept(accepted.id);
    await expect(revokeInvitation(as(admin), accepted)).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "invitationClosed",
    });
    const other = await inviteStaff(as(admin), {
      email: "b@tomakomai.example",
      name: "職員",
      role: "VIEWER",
      locale: "ja",
      deskIds: [],
    });
    const late = as(admin, new Date(noon.getTime() + invitationLifetime));
    await expect(revokeInvitation(late, other)).rejects.toMatchObject({ code: "CONFLICT" });
    await revokeInvitation(as(admin), other);
    await expect(revokeInvitation(as(admin), other)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(revokeInvitation(as(admin), { id: randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is for administrators alone", async () => {
    const invitation = await invite();
    for (const actor of [anonymous, staff("MODERATOR"), staff("OFFICER"), staff("VIEWER")]) {
      await expect(revokeInvitation(as(actor), invitation)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
