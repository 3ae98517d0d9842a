import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { makeDeskFallback } from "./make-desk-fallback.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const fallbacks = async () => (await db().desk.findMany({ where: { isFallback: true } })).map((desk) => desk.id);

describe("choosing the fallback desk", () => {
  it("leaves exactly one, whoever it was before", async () => {
    const [one, two] = [await makeDesk(), await makeDesk()];
    await makeDeskFallback(moderator, { id: one.id, version: 1 });
    await makeDeskFallback(moderator, { id: two.id, version: 1 });
    expect(await fallbacks()).toEqual([two.id]);
    expect(await auditedActions()).toEqual(["make-desk-fallback", "make-desk-fallback"]);
  });

  it("leaves exactly one when two are chosen at the same moment", async () => {
    const desks = [await makeDesk(), await makeDesk(), await makeDesk()];
    await Promise.allSettled(desks.map(({ id }) => makeDeskFallback(moderator, { id, version: 1 })));
    expect(await fallbacks()).toHaveLength(1);
  });

  it("refuses a closed desk, the one that is it already, a stale page and other roles", async () => {
    const one = await makeDesk();
    const closed = await makeDesk({ isActive: false });
    await makeDeskFallback(moderator, { id: one.id, version: 1 });
    await expect(makeDeskFallback(moderator, { id: closed.id, version: 1 })).rejects.toMatchObject({
      messageKey: "deskNotOpen",
    });
    await expect(makeDeskFallback(moderator, { id: one.id, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    const other = await makeDesk();
    await expect(makeDeskFallback(moderator, { id: other.id, version: 9 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    for (const actor of [anonymous, staff("OFFICER", other.id), staff("VIEWER")]) {
      await expect(makeDeskFallback(as(actor), { id: other.id, version: 1 })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    expect(await fallbacks()).toEqual([one.id]);
  });
});
