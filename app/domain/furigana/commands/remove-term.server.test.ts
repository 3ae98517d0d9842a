import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { removeTerm } from "./remove-term.server.ts";
import { saveTerm } from "./save-term.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const addTerm = () => saveTerm(moderator, { id: null }, { term: "協働", reading: "きょうどう", note: "" });

describe("removing a word of the glossary", () => {
  it("takes it away and keeps in the log what it said", async () => {
    const id = await addTerm();
    await removeTerm(moderator, { id, version: 1 });
    expect(await db().glossaryTerm.count()).toBe(0);
    expect(await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } })).toMatchObject({
      action: "remove-term",
      detail: { removed: { term: "協働", reading: "きょうどう" } },
    });
    expect(await db().auditEntry.count()).toBe(2);
    await expect(removeTerm(moderator, { id, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses a stale page and other roles", async () => {
    const id = await addTerm();
    await expect(removeTerm(moderator, { id, version: 2 })).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(removeTerm(as(actor), { id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().glossaryTerm.count()).toBe(1);
    expect(await db().auditEntry.count()).toBe(1);
  });
});
