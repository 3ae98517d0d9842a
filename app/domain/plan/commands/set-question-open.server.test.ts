import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeTheme, staff, words } from "#tests/support/factories/review-rows.ts";
import { saveQuestion } from "./save-question.server.ts";
import { setQuestionOpen } from "./set-question-open.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));

async function asked(count: number) {
  const { id: themeId } = await makeTheme();
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1)
    ids.push(await saveQuestion(moderator, { id: null, themeId }, { text: words(`質問${n}`) }));
  return { themeId, ids };
}

describe("closing a question and asking it again", () => {
  it("keeps it, makes room for another, and reopens only where there is room", async () => {
    const { themeId, ids } = await asked(3);
    const [id = ""] = ids;
    await setQuestionOpen(moderator, { id, version: 1, isOpen: false });
    await saveQuestion(moderator, { id: null, themeId }, { text: words("四つめ") });
    await expect(setQuestionOpen(moderator, { id, version: 2, isOpen: true })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "threeQuestions",
    });
    await setQuestionOpen(moderator, { id: ids[1] ?? "", version: 1, isOpen: false });
    await setQuestionOpen(moderator, { id, version: 2, isOpen: true });
    expect(await db().question.count({ where: { themeId, isOpen: true } })).toBe(3);
    expect(await db().auditEntry.count({ where: { action: "set-question-open" } })).toBe(3);
  });

  it("refuses a stale page, the state it has already, and other roles", async () => {
    const { ids } = await asked(1);
    const [id = ""] = ids;
    for (const input of [
      { id, version: 2, isOpen: false },
      { id, version: 1, isOpen: true },
    ]) {
      await expect(setQuestionOpen(moderator, input)).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    }
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(setQuestionOpen(as(actor), { id, version: 1, isOpen: false })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });
});
