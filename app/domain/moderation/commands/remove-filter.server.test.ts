import { expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { queueFilterSchema } from "../queue.ts";
import { removeFilter } from "./remove-filter.server.ts";
import { saveFilter } from "./save-filter.server.ts";

useDatabase();

it("takes away one's own filter, and nobody else's", async () => {
  const { actor: mine } = await makeAccount({ role: "OFFICER", password: null });
  await saveFilter(as(mine), { name: "朝", filter: queueFilterSchema.parse({ view: "all" }) });
  const { id } = await db().savedFilter.findFirstOrThrow();
  await expect(removeFilter(as(staff("ADMIN")), { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(removeFilter(as(anonymous), { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await db().savedFilter.count()).toBe(1);
  await removeFilter(as(mine), { id });
  expect(await db().savedFilter.count()).toBe(0);
  const actions = await db().auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(actions.map(({ action }) => action)).toEqual(["save-filter", "remove-filter"]);
});
