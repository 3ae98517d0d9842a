import { describe, expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeSubmission, staff } from "#tests/support/factories/review-rows.ts";
import { seen } from "#tests/support/factories/runs.ts";
import type { RunList } from "../decision-run.ts";
import { listRuns } from "../queries/list-runs.server.ts";
import { exportRuns } from "./export-runs.server.ts";
import { planDecisions } from "./plan-decisions.server.ts";

useDatabase();

async function taken(actor: Actor, list: RunList) {
  const rows = [];
  for await (const batch of await exportRuns(as(actor), { list, format: "csv" })) rows.push(...batch);
  return rows;
}

async function plan(size: number) {
  const items = await Promise.all(Array.from({ length: size }, async () => seen("submission", await makeSubmission())));
  return planDecisions(as(staff("MODERATOR")), { decision: "APPROVE", items, reasonCode: null, explanation: null });
}

describe("exportRuns", () => {
  it("hands out one of the lists to those who decide, and writes down which and how long it was", async () => {
    await makeSubmission();
    const { runId } = await plan(2);
    await plan(1);
    const moderator = staff("MODERATOR");
    expect(await taken(moderator, "all")).toEqual((await listRuns(moderator, "all", { size: 10 })).items);
    expect((await taken(staff("ADMIN"), "several")).map(({ id }) => id)).toEqual([runId]);
    expect(await db().auditEntry.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
      action: "export-runs",
      subjectType: "list",
      subjectId: "runs",
      detail: { format: "csv", rows: 1, filter: { list: "several" } },
    });
    const written = await db().auditEntry.count();
    for (const actor of [staff("VIEWER"), staff("OFFICER"), anonymous])
      await expect(taken(actor, "all")).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await db().auditEntry.count()).toBe(written);
  });
});
