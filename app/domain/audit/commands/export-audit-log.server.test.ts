import { describe, expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { auditFilterSchema } from "../audit-log.ts";
import { recordAudit } from "../record-audit.server.ts";
import { exportAuditLog } from "./export-audit-log.server.ts";

useDatabase();

const moderator = staff("MODERATOR");

const note = (action: string) =>
  inTransaction(as(moderator), (ctx) =>
    recordAudit(ctx, { action, subject: { type: "submission", id: "x", number: "R8-0001" } }),
  );

async function taken(actor: Actor, filter: Record<string, string> = {}) {
  const batches = await exportAuditLog(as(actor), { filter: auditFilterSchema.parse(filter), format: "csv" });
  const rows = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

describe("exportAuditLog", () => {
  it("hands out everything, newest first, and writes down that it did, before anything is taken", async () => {
    for (let n = 0; n < 3; n += 1) await note("approve-submission");
    const batches = await exportAuditLog(as(moderator), { filter: {}, format: "xlsx" });
    const entry = await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(entry).toMatchObject({
      at: noon,
      actorId: moderator.id,
      action: "export-audit-log",
      subjectType: "list",
      subjectId: "audit-log",
      detail: { format: "xlsx", rows: 3, filter: {} },
    });
    await note("hide-submission");
    const ids: string[] = [];
    for await (const batch of batches) ids.push(...batch.map(({ id }) => id));
    expect(ids).toEqual(["3", "2", "1"]);
  });

  it("keeps to the filter, whatever page of it was open", async () => {
    for (const action of ["approve-submission", "hide-submission", "approve-submission"]) await note(action);
    const rows = await taken(moderator, { action: "approve-submission", after: "2" });
    expect(rows.map(({ id }) => id)).toEqual(["3", "1"]);
    const seals = await db().auditSeal.findMany({ orderBy: { position: "asc" } });
    expect(rows[0]?.seal).toEqual({ position: 3, hash: seals[2]?.hash });
    expect((await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } })).detail).toEqual({
      format: "csv",
      rows: 2,
      filter: { action: "approve-submission" },
    });
  });

  it("is for moderators and administrators, and writes nothing down for others", async () => {
    expect(await taken(staff("ADMIN"))).toEqual([]);
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(taken(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().auditEntry.count()).toBe(1);
  });
});
