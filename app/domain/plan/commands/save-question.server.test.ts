import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeTheme, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { getThemeEditor } from "../queries/get-theme-editor.server.ts";
import { saveQuestion } from "./save-question.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const theme = async () => makeTheme();
const input = (text = "何がいちばん困りますか。") => ({ text: words(text) });

describe("saving a question", () => {
  it("asks it at once, after the others, and corrects its words", async () => {
    const { id: themeId, slug } = await theme();
    const first = await saveQuestion(moderator, { id: null, themeId }, input());
    const second = await saveQuestion(moderator, { id: null, themeId }, input("何ができますか。"));
    await saveQuestion(moderator, { id: first, version: 1 }, input("いま何に困っていますか。"));
    expect((await getThemeEditor(moderator.actor, slug)).questions).toEqual([
      { id: first, version: 2, text: words("いま何に困っていますか。"), isOpen: true },
      { id: second, version: 1, text: words("何ができますか。"), isOpen: true },
    ]);
    expect(await auditedActions()).toEqual(["save-question", "save-question", "save-question"]);
  });

  it("asks at most three at a time, also when two people add one at the same moment", async () => {
    const { id: themeId } = await theme();
    for (let n = 0; n < 2; n += 1) await saveQuestion(moderator, { id: null, themeId }, input());
    const results = await Promise.allSettled([1, 2].map(() => saveQuestion(moderator, { id: null, themeId }, input())));
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(saveQuestion(moderator, { id: null, themeId }, input())).rejects.toMatchObject({
      messageKey: "threeQuestions",
    });
    expect(await db().question.count({ where: { themeId } })).toBe(3);
  });

  it("refuses a stale page, what is not there and other roles", async () => {
    const { id: themeId } = await theme();
    const id = await saveQuestion(moderator, { id: null, themeId }, input());
    await expect(saveQuestion(moderator, { id, version: 2 }, input())).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(saveQuestion(moderator, { id: randomUUID(), version: 1 }, input())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(saveQuestion(moderator, { id: null, themeId: randomUUID() }, input())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(saveQuestion(as(actor), { id: null, themeId }, input())).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });
});
