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

describe("saving a routing rule", () => {
  it("decides which desk is proposed from then on", async () => {
    const [one, two, ofTheme] = [await makeDesk(), await makeDesk(), await makeDesk()];
    const theme = await makeTheme(ofTheme.id);
    const item = { themeId: theme.id, kind: "PARTNERSHIP" as const };
    const proposed = async () => (await findProposedDesk(db(), item, ofTheme.id))?.deskId;
    expect(await proposed()).toBe(ofTheme.id);
    const input = {
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
    const input = { position: 1, themeId: null, kind: null, deskId: desk.id, note: "", isActive: true };
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
});
