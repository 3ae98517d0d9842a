import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { deriveToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, noon, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { findInvitation } from "../queries/find-invitation.server.ts";
import { invitationLifetime } from "../staff.ts";
import { inviteStaff } from "./invite-staff.server.ts";

useDatabase();

const invitation = {
  email: "madoguchi@tomakomai.example",
  name: "窓口担当",
  role: "MODERATOR" as const,
  locale: "ja" as const,
  deskIds: [],
};

describe("inviting a colleague", () => {
  it("mails a link that works 72 hours; neither the row nor the mail's row holds the token", async () => {
    const { id } = await inviteStaff(as(staff("ADMIN")), invitation);
    const token = deriveToken("invitation", id);
    expect(await findInvitation(token, new Date(noon.getTime() + invitationLifetime - 1))).toMatchObject({
      email: invitation.email,
      name: "窓口担当",
      role: "MODERATOR",
    });
    await expect(findInvitation(token, new Date(noon.getTime() + invitationLifetime))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const mails = await db().mail.findMany();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      template: "invitation",
      recipient: invitation.email,
      recipientKind: "STAFF",
      params: { invitationId: id, name: "窓口担当", role: "MODERATOR", expiresOn: "2026-11-27" },
    });
    expect(await auditedActions()).toEqual(["invite-staff"]);
    const stored = [
      mails,
      await db().invitation.findMany(),
      await db().auditEntry.findMany({ select: { detail: true } }),
    ];
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored[2])).not.toContain("@");
  });

  it("binds an officer to desks and insists on at least one open desk", async () => {
    const desk = await makeDesk();
    const closed = await makeDesk({ isActive: false });
    const officer = { ...invitation, role: "OFFICER" as const };
    for (const [deskIds, problem] of [
      [[], "officerNeedsDesk"],
      [[closed.id], "deskNotOpen"],
    ] as const) {
      await expect(inviteStaff(as(staff("ADMIN")), { ...officer, deskIds: [...deskIds] })).rejects.toMatchObject({
        code: "INPUT",
        fields: { deskIds: [problem] },
      });
    }
    await inviteStaff(as(staff("ADMIN")), { ...officer, deskIds: [desk.id, desk.id] });
    expect((await db().invitation.findFirstOrThrow()).deskIds).toEqual([desk.id]);
  });

  it("ends an earlier open invitation of the same address", async () => {
    const first = await inviteStaff(as(staff("ADMIN")), invitation);
    await inviteStaff(as(staff("ADMIN")), invitation);
    await expect(findInvitation(deriveToken("invitation", first.id), noon)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("refuses an address that has an account", async () => {
    await makeAccount({ email: invitation.email, isActive: false });
    await expect(inviteStaff(as(staff("ADMIN")), invitation)).rejects.toMatchObject({
      fields: { email: ["staffExists"] },
    });
    expect(await db().mail.count()).toBe(0);
  });

  it("is for administrators alone", async () => {
    for (const actor of [anonymous, staff("MODERATOR"), staff("OFFICER"), staff("VIEWER")]) {
      await expect(inviteStaff(as(actor), invitation)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().invitation.count()).toBe(0);
  });
});
