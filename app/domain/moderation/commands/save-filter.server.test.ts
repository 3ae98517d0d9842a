import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { listSavedFilters } from "../queries/list-saved-filters.server.ts";
import { queueFilterSchema } from "../queue.ts";
import { mostSavedFilters, saveFilterSchema } from "../saved-filter.ts";
import { saveFilter } from "./save-filter.server.ts";

useDatabase();

const filter = queueFilterSchema.parse({ view: "pending", kind: "COMMENT", q: "公園" });

const member = async () => (await makeAccount({ role: "MODERATOR", password: null })).actor;

describe("keeping a filter", () => {
  it("gives it back as a link, to its owner alone, and writes down that it was kept but no words", async () => {
    const [mine, other] = [await member(), await member()];
    await saveFilter(as(mine), { name: "朝の一覧", filter });
    expect(await listSavedFilters(mine)).toMatchObject([
      { name: "朝の一覧", query: new URLSearchParams({ view: "pending", q: "公園", kind: "COMMENT" }).toString() },
    ]);
    expect(await listSavedFilters(other)).toEqual([]);
    const audit = await db().auditEntry.findMany();
    expect(audit).toMatchObject([{ action: "save-filter", actorId: mine.id, detail: {} }]);
  });

  it("takes each name once, of one person", async () => {
    const [mine, other] = [await member(), await member()];
    await saveFilter(as(mine), { name: "朝", filter });
    await expect(saveFilter(as(mine), { name: "朝", filter })).rejects.toMatchObject({
      code: "INPUT",
      fields: { name: ["filterNameTaken"] },
    });
    await saveFilter(as(other), { name: "朝", filter });
    expect(await db().auditEntry.count()).toBe(2);
  });

  it("has an end, also for two at once", async () => {
    const mine = await member();
    for (let made = 1; made < mostSavedFilters; made += 1) await saveFilter(as(mine), { name: `条件${made}`, filter });
    const last = await Promise.allSettled(
      ["もう一つ", "さらに一つ"].map((name) => saveFilter(as(mine), { name, filter })),
    );
    expect(last.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(last.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "CONFLICT", messageKey: "tooManyFilters" },
    });
    expect(await listSavedFilters(mine)).toHaveLength(mostSavedFilters);
  });

  it("is for staff", async () => {
    await expect(saveFilter(as(anonymous), { name: "朝", filter })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("wants a name of one line that is not too long", () => {
    expect(saveFilterSchema.parse({ name: " 朝の\n一覧 " })).toEqual({ name: "朝の 一覧" });
    expect(saveFilterSchema.safeParse({ name: "あ".repeat(40) }).success).toBe(true);
    for (const name of ["", "  ", "あ".repeat(41)]) expect(saveFilterSchema.safeParse({ name }).success).toBe(false);
  });

  it("leaves out of it what is no filter any more", async () => {
    const mine = await member();
    const query = "view=pending&desk=nowhere&colour=red";
    const id = crypto.randomUUID();
    await db().savedFilter.create({ data: { id, staffId: mine.id, name: "古い", query, createdAt: noon } });
    expect(await listSavedFilters(mine)).toEqual([{ id, name: "古い", query: "view=pending" }]);
  });
});
