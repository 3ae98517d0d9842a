import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { flagWordSchema } from "../flag-words.schema.ts";
import { removeFlagWord } from "./remove-flag-word.server.ts";
import { saveFlagWord } from "./save-flag-word.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const saved = () =>
  saveFlagWord(moderator, { id: null }, flagWordSchema.parse({ word: "詐欺", note: "", isActive: "on" }));

describe("removing a word to watch", () => {
  it("takes it off the list, with one entry in the log that says what it was", async () => {
    const id = await saved();
    await removeFlagWord(moderator, { id, version: 1 });
    expect(await db().flagWord.count()).toBe(0);
    expect(await auditedActions()).toEqual(["save-flag-word", "remove-flag-word"]);
    const last = await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(last.detail).toEqual({ removed: { word: "詐欺", note: "", isActive: true } });
  });

  it("refuses a stale page, a word that is gone and other roles", async () => {
    const id = await saved();
    await expect(removeFlagWord(moderator, { id, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(removeFlagWord(moderator, { id: randomUUID(), version: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(removeFlagWord(as(actor), { id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().flagWord.count()).toBe(1);
  });
});
