import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, makeTheme, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { listDeskChoices } from "../queries/list-desk-choices.server.ts";
import { setDeskActive } from "./set-desk-active.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));

describe("closing and opening a desk", () => {
  it("takes it out of the choices and brings it back", async () => {
    const { id } = await makeDesk();
    await setDeskActive(moderator, { id, version: 1, isActive: false });
    expect(await listDeskChoices(moderator.actor, "ja")).toEqual([]);
    await setDeskActive(moderator, { id, version: 2, isActive: true });
    expect((await listDeskChoices(moderator.actor, "ja")).map((choice) => choice.id)).toEqual([id]);
    expect(await auditedActions()).toEqual(["set-desk-active", "set-desk-active"]);
  });

  it("does not close the fallback desk or one that a theme names", async () => {
    const fallback = await makeDesk();
    await db().desk.update({ where: { id: fallback.id }, data: { isFallback: true } });
    const named = await makeDesk();
    await makeTheme(named.id);
    for (const [id, messageKey] of [
      [fallback.id, "deskIsFallback"],
      [named.id, "deskNamedByTheme"],
    ] as const) {
      await expect(setDeskActive(moderator, { id, version: 1, isActive: false })).rejects.toMatchObject({
        code: "CONFLICT",
        messageKey,
      });
    }
    expect(await db().desk.count({ where: { isActive: true } })).toBe(2);
  });

  it("refuses a stale page, the state it has already, and other roles", async () => {
    const { id } = await makeDesk();
    for (const input of [
      { id, version: 2, isActive: false },
      { id, version: 1, isActive: true },
    ]) {
      await expect(setDeskActive(moderator, input)).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    }
    for (const actor of [anonymous, staff("OFFICER", id), staff("VIEWER")]) {
      await expect(setDeskActive(as(actor), { id, version: 1, isActive: false })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });
});
