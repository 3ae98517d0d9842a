import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { removeRoutingRule } from "./remove-routing-rule.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));

async function makeRule() {
  const desk = await makeDesk();
  return db().routingRule.create({ data: { id: randomUUID(), position: 1, deskId: desk.id } });
}

describe("removing a routing rule", () => {
  it("takes it away and keeps in the log what it said", async () => {
    const { id, deskId } = await makeRule();
    await removeRoutingRule(moderator, { id, version: 1 });
    expect(await db().routingRule.count()).toBe(0);
    expect(await db().auditEntry.findFirstOrThrow()).toMatchObject({
      action: "remove-routing-rule",
      detail: { removed: { deskId } },
    });
    expect(await auditedActions()).toHaveLength(1);
    await expect(removeRoutingRule(moderator, { id, version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("refuses a stale page and other roles", async () => {
    const { id } = await makeRule();
    await expect(removeRoutingRule(moderator, { id, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(removeRoutingRule(as(actor), { id, version: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().routingRule.count()).toBe(1);
  });
});
