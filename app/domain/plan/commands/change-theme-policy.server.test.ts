import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeTheme, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { themePolicySchema } from "../plan-editing.schema.ts";
import { changeThemePolicy } from "./change-theme-policy.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const unchanged = {
  version: 1,
  acceptsIdeas: true,
  acceptsPartnerships: true,
  acceptsComments: true,
  opensOn: null,
  closesOn: null,
  reviewMode: "BEFORE",
  publishesTrusted: false,
  expectedEffect: "OPTIONAL",
  area: "OPTIONAL",
} as const;
const opened = async () => makeTheme();

describe("changing a theme's policy", () => {
  it("keeps what it takes, its days, what it asks for and when it is read, with one entry in the log", async () => {
    const { id } = await opened();
    await changeThemePolicy(moderator, {
      ...unchanged,
      id,
      acceptsPartnerships: false,
      closesOn: "2026-11-30",
      reviewMode: "AFTER",
      area: "REQUIRED",
    });
    expect(await db().theme.findUniqueOrThrow({ where: { id } })).toMatchObject({
      acceptsIdeas: true,
      acceptsPartnerships: false,
      opensOn: null,
      closesOn: new Date("2026-11-30T00:00:00Z"),
      reviewMode: "AFTER",
      area: "REQUIRED",
      version: 2,
    });
    expect(await auditedActions()).toEqual(["change-theme-policy"]);
    const { detail } = await db().auditEntry.findFirstOrThrow();
    expect((detail as { changed: object }).changed).toEqual({
      acceptsPartnerships: { before: true, after: false },
      closesOn: { before: null, after: "2026-11-30" },
      reviewMode: { before: "BEFORE", after: "AFTER" },
      area: { before: "OPTIONAL", after: "REQUIRED" },
    });
  });

  it("refuses a stale page, a theme that is not there and other roles", async () => {
    const { id } = await opened();
    await expect(changeThemePolicy(moderator, { ...unchanged, id, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(changeThemePolicy(moderator, { ...unchanged, id: randomUUID() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(changeThemePolicy(as(actor), { ...unchanged, id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await auditedActions()).toEqual([]);
  });

  it("takes days in either calendar, and no end before the beginning", () => {
    const form = { version: "1", reviewMode: "BEFORE", expectedEffect: "OPTIONAL", area: "HIDDEN" };
    expect(themePolicySchema.parse({ ...form, opensOn: "令和8年12月1日", closesOn: "" })).toMatchObject({
      opensOn: "2026-12-01",
      closesOn: null,
      acceptsIdeas: false,
    });
    const wrong = themePolicySchema.safeParse({ ...form, opensOn: "2026-12-02", closesOn: "2026-12-01" });
    expect(wrong.error?.issues).toMatchObject([{ path: ["closesOn"], message: "endBeforeStart" }]);
    expect(themePolicySchema.safeParse({ ...form, opensOn: "2026-12-01", closesOn: "2026-12-01" }).success).toBe(true);
  });
});
