import { describe, expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { auditFilterSchema } from "../audit-log.ts";
import { recordAudit } from "../record-audit.server.ts";
import { verifyAuditChain } from "../verify-audit-chain.server.ts";
import { listAuditEntries } from "./list-audit-entries.server.ts";

useDatabase();

const moderator = staff("MODERATOR");
const list = (fields: Record<string, string> = {}) => listAuditEntries(moderator, auditFilterSchema.parse(fields));

const note = (action: string, at = noon, actor: Actor = moderator, number: string | null = null) =>
  inTransaction(as(actor, at), (ctx) => recordAudit(ctx, { action, subject: { type: "submission", id: "x", number } }));

describe("the audit log", () => {
  it("pages newest first without losing or repeating an entry, also when new ones arrive in between", async () => {
    for (let n = 0; n < 120; n += 1) await note("approve-submission");
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(after ? { after } : {});
      seen.push(...page.items.map((item) => item.id));
      after = page.next;
      await note("hide-submission");
    } while (after);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toEqual([...seen].sort((a, b) => Number(b) - Number(a)));
  });

  it("is narrowed by action, actor, receipt number and days in Tokyo", async () => {
    await note("approve-submission", new Date("2026-11-23T14:59:59Z"), moderator, "R8-0001");
    await note("decline-submission", new Date("2026-11-23T15:00:00Z"), anonymous, "R8-0002");
    await note("approve-submission", new Date("2026-11-24T15:00:00Z"), moderator, "R8-0002");
    const actions = async (fields: Record<string, string>) =>
      (await list(fields)).items.map((item) => item.subjectNumber);
    expect(await actions({ action: "approve-submission" })).toEqual(["R8-0002", "R8-0001"]);
    expect(await actions({ actor: "anonymous" })).toEqual(["R8-0002"]);
    expect(await actions({ number: "ｒ８－0001".replace("－", "-") })).toEqual(["R8-0001"]);
    expect((await list({ from: "2026-11-24", to: "2026-11-24" })).items.map((item) => item.action)).toEqual([
      "decline-submission",
    ]);
    expect(await actions({ subject: "staff" })).toEqual([]);
  });

  it("ignores what is no filter instead of failing", async () => {
    await note("approve-submission");
    const odd = {
      action: "'; DROP TABLE",
      actor: "nobody",
      number: "x",
      from: "yesterday",
      to: "2026-13-01",
      after: "1e9",
    };
    expect((await list(odd)).items).toHaveLength(1);
  });

  it("says the newest hash of the whole log, whatever it is narrowed to", async () => {
    expect((await list()).head).toBeNull();
    await note("approve-submission");
    await note("hide-submission");
    const { lastHash } = await verifyAuditChain();
    expect((await list({ action: "sign-in" })).head).toEqual({ count: 2, hash: lastHash });
  });

  it("is for moderators and administrators", async () => {
    expect((await listAuditEntries(staff("ADMIN"), {})).items).toEqual([]);
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(listAuditEntries(actor, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("cannot be changed or emptied, even in the database", async () => {
    await note("approve-submission");
    await expect(db().$executeRaw`UPDATE "AuditEntry" SET "action" = 'x'`).rejects.toThrow(/append-only/);
    await expect(db().$executeRaw`DELETE FROM "AuditEntry"`).rejects.toThrow(/append-only/);
    await expect(db().$executeRaw`TRUNCATE "AuditEntry" CASCADE`).rejects.toThrow(/append-only/);
  });
});
