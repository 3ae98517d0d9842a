import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeTheme, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { planSchema } from "../plan-editing.schema.ts";
import { getPlanEditor } from "../queries/get-plan-editor.server.ts";
import { listPlanEditing } from "../queries/list-plan-editing.server.ts";
import { changePlan } from "./change-plan.server.ts";

useDatabase();

const admin = as(staff("ADMIN"));

async function opened() {
  await makeTheme();
  const { key } = await db().plan.findFirstOrThrow();
  const { key: _key, ...form } = await getPlanEditor(admin.actor, key);
  return { key, form };
}

describe("changing a plan", () => {
  it("changes title, period and participation and says in the log what changed", async () => {
    const { key, form } = await opened();
    await changePlan(admin, { ...form, title: words("新しい計画"), endsOn: "2025-03-31", participation: "CLOSED" });
    expect(await getPlanEditor(admin.actor, key)).toMatchObject({
      title: words("新しい計画"),
      startsOn: "2020-04-01",
      endsOn: "2025-03-31",
      participation: "CLOSED",
      version: 2,
    });
    const entries = await db().auditEntry.findMany();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      detail: {
        changed: {
          endsOn: { before: null, after: "2025-03-31" },
          participation: { before: "OPEN", after: "CLOSED" },
          title: { before: words("計画"), after: words("新しい計画") },
        },
      },
    });
    expect(await listPlanEditing(admin.actor, "ja")).toMatchObject([
      { key, title: "新しい計画", themes: [{ title: "協働の推進" }] },
    ]);
  });

  it("refuses a stale page, a plan that is not there and other roles", async () => {
    const { form } = await opened();
    await expect(changePlan(admin, { ...form, version: 2 })).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    await expect(changePlan(admin, { ...form, id: randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(changePlan(as(actor), form)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await auditedActions()).toEqual([]);
  });
});

describe("the plan form", () => {
  const form = {
    version: "1",
    ...localizedValues("title", words("計画")),
    ...localizedValues("summary", words("概要")),
    startsOn: "2020-04-01",
    endsOn: "",
    participation: "OPEN",
  };

  it("accepts a plan without an end and refuses one that ends before it starts, or on no day", () => {
    expect(planSchema.parse(form).endsOn).toBeNull();
    for (const [endsOn, message] of [
      ["2020-03-31", "endBeforeStart"],
      ["2020-02-30", "date"],
    ] as const) {
      expect(planSchema.safeParse({ ...form, endsOn }).error?.issues).toMatchObject([{ path: ["endsOn"], message }]);
    }
  });
});
