import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { flagWordSchema } from "../flag-words.schema.ts";
import { listFlagWords } from "../queries/list-flag-words.server.ts";
import { saveFlagWord } from "./save-flag-word.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const word = (text: string, isActive = true, note = "") =>
  flagWordSchema.parse({ word: text, note, ...(isActive ? { isActive: "on" } : {}) });

describe("saving a word to watch", () => {
  it("adds it and changes it, with one entry in the log each time", async () => {
    const id = await saveFlagWord(moderator, { id: null }, word("サギ", true, "昨年の例"));
    await saveFlagWord(moderator, { id, version: 1 }, word("サギ", false, "昨年の例"));
    expect(await db().flagWord.findUniqueOrThrow({ where: { id } })).toMatchObject({
      word: "サギ",
      matched: "さぎ",
      isActive: false,
      note: "昨年の例",
      changedAt: noon,
      version: 2,
    });
    expect(await auditedActions()).toEqual(["save-flag-word", "save-flag-word"]);
    const last = await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(last).toMatchObject({ subjectType: "flag-word", subjectId: id });
    expect(Object.keys((last.detail as { changed: object }).changed)).toEqual(["isActive"]);
  });

  it("refuses a word that is there in another spelling, a stale page, a word that is gone and other roles", async () => {
    const id = await saveFlagWord(moderator, { id: null }, word("詐欺サイト"));
    await expect(saveFlagWord(moderator, { id: null }, word("詐欺さいと"))).rejects.toMatchObject({
      fields: { word: ["termExists"] },
    });
    await expect(saveFlagWord(moderator, { id, version: 2 }, word("詐欺サイト"))).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(saveFlagWord(moderator, { id: randomUUID(), version: 1 }, word("別の言葉"))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(saveFlagWord(as(actor), { id: null }, word("だれでも"))).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    expect(await db().flagWord.count()).toBe(1);
    expect(await auditedActions()).toHaveLength(1);
  });

  it("takes no single letter, which would be found everywhere", () => {
    for (const text of ["", " ", "あ", "・・"]) {
      expect(flagWordSchema.safeParse({ word: text, note: "" }).success).toBe(false);
    }
  });

  it("lists them for those who look over the desk, those in use first", async () => {
    await saveFlagWord(moderator, { id: null }, word("ああ", false));
    await saveFlagWord(moderator, { id: null }, word("んん"));
    await saveFlagWord(moderator, { id: null }, word("いい"));
    expect((await listFlagWords(staff("VIEWER"))).map((row) => row.word)).toEqual(["いい", "んん", "ああ"]);
    await expect(listFlagWords(staff("OFFICER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
