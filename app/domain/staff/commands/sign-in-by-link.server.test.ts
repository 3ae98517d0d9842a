import { describe, expect, it } from "vitest";
import { anonymous, type StaffRole } from "#app/domain/shared/actor.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, noon } from "#tests/support/factories/review-rows.ts";
import { auditedActions, signedIn } from "#tests/support/factories/staff-rows.ts";
import { findSignInLink } from "../queries/find-sign-in-link.server.ts";
import { signInLinkLifetime } from "../staff.ts";
import { addSampleStaff } from "./add-sample-staff.server.ts";
import { createSignInLink } from "./create-sign-in-link.server.ts";
import { signInByLink } from "./sign-in-by-link.server.ts";

useDatabase();

const system = as({ kind: "system", name: "見本" });

async function linkFor(role: StaffRole) {
  const deskIds = role === "OFFICER" ? [(await makeDesk()).id] : [];
  const { id } = await addSampleStaff(system, {
    email: `mihon-${role.toLowerCase()}@tomakomai.example`,
    name: `見本 ${role}`,
    role,
    deskIds,
  });
  return createSignInLink(system, id);
}

describe("signing in with a sample account's link", () => {
  it("opens the desk for every role, and the page before it only shows whose it is", async () => {
    for (const role of ["ADMIN", "MODERATOR", "OFFICER", "VIEWER"] as const) {
      const token = await linkFor(role);
      expect(await findSignInLink(token, noon)).toEqual({ name: `見本 ${role}`, role });
      expect(await findSignInLink(token, noon)).toMatchObject({ role });
      const session = await signInByLink(as(anonymous), { token, userAgent: null });
      expect(await signedIn(session.token)).toMatchObject({
        stage: "complete",
        actor: { role },
        account: { isSample: true },
      });
    }
    expect((await auditedActions()).filter((action) => action === "sign-in-by-link")).toHaveLength(4);
  });

  it("works once, also for two at the same moment, and a day long", async () => {
    const token = await linkFor("ADMIN");
    const results = await Promise.allSettled([1, 2].map(() => signInByLink(as(anonymous), { token, userAgent: null })));
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(findSignInLink(token, noon)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const old = await linkFor("VIEWER");
    const late = new Date(noon.getTime() + signInLinkLifetime);
    await expect(signInByLink(as(anonymous, late), { token: old, userAgent: null })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(signInByLink(as(anonymous), { token: "made-up", userAgent: null })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
