import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { listGlossary } from "../queries/list-glossary.server.ts";
import { listReadings } from "../queries/list-readings.server.ts";
import { saveTerm } from "./save-term.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const input = { term: "拓勇西町", reading: "たくゆうにしまち", note: "東部の町" };

describe("saving a word of the glossary", () => {
  it("adds it and changes it, with one entry in the log each time", async () => {
    const id = await saveTerm(moderator, { id: null }, input);
    await saveTerm(moderator, { id, version: 1 }, { ...input, note: "確かめた" });
    expect(await db().glossaryTerm.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...input,
      note: "確かめた",
      changedAt: noon,
      version: 2,
    });
    expect(await auditedActions()).toEqual(["save-term", "save-term"]);
    const last = await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(last).toMatchObject({ subjectType: "glossary-term", subjectId: id });
    expect(Object.keys((last.detail as { changed: object }).changed)).toEqual(["note"]);
  });

  it("refuses a word that is there already, a stale page, a word that is gone and other roles", async () => {
    const id = await saveTerm(moderator, { id: null }, input);
    const taken = { fields: { term: ["termExists"] } };
    await expect(saveTerm(moderator, { id: null }, input)).rejects.toMatchObject(taken);
    const other = await saveTerm(moderator, { id: null }, { ...input, term: "拓勇", reading: "たくゆう" });
    await expect(saveTerm(moderator, { id: other, version: 1 }, input)).rejects.toMatchObject(taken);
    await expect(saveTerm(moderator, { id, version: 2 }, input)).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(
      saveTerm(moderator, { id: randomUUID(), version: 1 }, { ...input, term: "錦岡" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(saveTerm(as(actor), { id: null }, { ...input, term: "植苗" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    expect(await db().glossaryTerm.count()).toBe(2);
    expect(await auditedActions()).toHaveLength(2);
  });

  it("shows them in the order of the syllabary, to those who look after the pages, and to everybody the longest first", async () => {
    for (const [term, reading] of [
      ["錦岡", "にしきおか"],
      ["拓勇西町", "たくゆうにしまち"],
      ["植苗", "うえなえ"],
      ["拓勇", "たくゆう"],
    ] as const) {
      await saveTerm(moderator, { id: null }, { term, reading, note: "" });
    }
    const terms = (await listGlossary(staff("VIEWER"))).map(({ term }) => term);
    expect(terms).toEqual(["植苗", "拓勇", "拓勇西町", "錦岡"]);
    await expect(listGlossary(staff("OFFICER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await listReadings())[0]).toEqual(["拓勇西町", "たくゆうにしまち"]);
  });
});
