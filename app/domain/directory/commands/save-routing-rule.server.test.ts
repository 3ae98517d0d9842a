import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, makeTheme, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { findProposedDesk } from "../find-proposed-desk.server.ts";
import { listRoutingRules } from "../queries/list-routing-rules.server.ts";
import { saveRoutingRule } from "./save-routing-rule.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));
const anything = { questionId: null, areas: [], words: [] };

describe("saving a routing rule", () => {
  it("decides which desk is proposed from then on", async () => {
    const [one, two, ofTheme] = [await makeDesk(), await makeDesk(), await makeDesk()];
    const theme = await makeTheme(ofTheme.id);
    const item = { themeId: theme.id, kind: "PARTNERSHIP" as const, questionId: null, area: null, texts: [] };
    const proposed = async () => (await findProposedDesk(db(), item, ofTheme.id, "2026-11-20"))?.deskId;
    expect(await proposed()).toBe(ofTheme.id);
    const input = {
      ...anything,
      position: 1,
      themeId: null,
      kind: "PARTNERSHIP" as const,
      deskId: one.id,
      note: "企業の窓口",
      isActive: true,
    };
    const id = await saveRoutingRule(moderator, { id: null }, input);
    expect(await proposed()).toBe(one.id);
    await saveRoutingRule(moderator, { id, version: 1 }, { ...input, deskId: two.id });
    expect(await proposed()).toBe(two.id);
    await saveRoutingRule(moderator, { id, version: 2 }, { ...input, isActive: false });
    expect(await proposed()).toBe(ofTheme.id);
    expect(await listRoutingRules(moderator.actor, "ja")).toMatchObject([
      { id, version: 3, note: "企業の窓口", themeTitle: null },
    ]);
    expect(await auditedActions()).toEqual(["save-routing-rule", "save-routing-rule", "save-routing-rule"]);
  });

  it("refuses a closed desk, a theme that is not there, a stale page, a rule that is gone and other roles", async () => {
    const desk = await makeDesk();
    const closed = await makeDesk({ isActive: false });
    const input = { ...anything, position: 1, themeId: null, kind: null, deskId: desk.id, note: "", isActive: true };
    const id = await saveRoutingRule(moderator, { id: null }, input);
    await expect(saveRoutingRule(moderator, { id, version: 1 }, { ...input, deskId: closed.id })).rejects.toMatchObject(
      {
        fields: { deskId: ["deskNotOpen"] },
      },
    );
    await expect(
      saveRoutingRule(moderator, { id, version: 1 }, { ...input, themeId: randomUUID() }),
    ).rejects.toMatchObject({
      fields: { themeId: ["choose"] },
    });
    await expect(saveRoutingRule(moderator, { id, version: 2 }, input)).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(saveRoutingRule(moderator, { id: randomUUID(), version: 1 }, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const actor of [anonymous, staff("OFFICER", desk.id), staff("VIEWER")]) {
      await expect(saveRoutingRule(as(actor), { id: null }, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("keeps question, places and words, and refuses a question of another theme", async () => {
    const [desk, ofTheme] = [await makeDesk(), await makeDesk()];
    const [theme, other] = [await makeTheme(ofTheme.id), await makeTheme(ofTheme.id)];
    const question = await db().question.create({
      data: { id: randomUUID(), key: "roads", themeId: theme.id, position: 1, text: { ja: "道路のことですか。" } },
    });
    const input = {
      position: 1,
      themeId: theme.id,
      kind: null,
      questionId: question.id,
      areas: ["沼ノ端"],
      words: ["除雪", "雪かき"],
      deskId: desk.id,
      note: "道路の担当です",
      isActive: true,
    };
    const id = await saveRoutingRule(moderator, { id: null }, input);
    const [row] = await listRoutingRules(moderator.actor, "ja");
    expect(row).toMatchObject({ id, areas: ["沼ノ端"], words: ["除雪", "雪かき"], questionId: question.id });
    const item = {
      themeId: theme.id,
      kind: "IDEA" as const,
      questionId: question.id,
      area: "沼の端駅の前",
      texts: ["歩道の雪かき", null],
    };
    expect(await findProposedDesk(db(), item, ofTheme.id, "2026-11-20")).toMatchObject({
      deskId: desk.id,
      by: "rule",
      note: "道路の担当です",
    });
    expect(await findProposedDesk(db(), { ...item, area: "錦岡" }, ofTheme.id, "2026-11-20")).toMatchObject({
      deskId: ofTheme.id,
      by: "theme",
      note: "",
    });
    await expect(saveRoutingRule(moderator, { id, version: 1 }, { ...input, themeId: other.id })).rejects.toMatchObject(
      { fields: { questionId: ["questionOfOtherTheme"] } },
    );
    await expect(
      saveRoutingRule(moderator, { id, version: 1 }, { ...input, questionId: randomUUID() }),
    ).rejects.toMatchObject({ fields: { questionId: ["choose"] } });
  });
});
