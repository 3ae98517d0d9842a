import { createHash, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { advisoryLocks } from "#app/platform/database/advisory-locks.ts";
import { databaseUrl, db } from "#app/platform/database/client.server.ts";
import { useDatabase, withClient } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { hashOfEntry, noHash } from "./audit-chain.server.ts";
import { recordAudit } from "./record-audit.server.ts";
import { verifyAuditChain } from "./verify-audit-chain.server.ts";

useDatabase();

const moderator = staff("MODERATOR");

const write = (detail: Record<string, string | number> = {}, actor: Actor = moderator) =>
  inTransaction(as(actor), (ctx) =>
    recordAudit(ctx, { action: "add-note", subject: { type: "submission", id: randomUUID() }, detail }),
  );

async function writeMany(count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) await write({ n });
}

/** As the database's superuser: neither the guards nor the sealing act. */
const tamper = (...statements: string[]) =>
  withClient(databaseUrl(), async (client) => {
    await client.query("SET session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
  });

const copyOf = (id: number, as: number) =>
  `INSERT INTO "AuditEntry" SELECT ${as}, "at", "actorKind", "actorId", "actorLabel", "action", "subjectType", "subjectId",
     "subjectNumber", "detail" FROM "AuditEntry" WHERE "id" = ${id}`;

describe("the chain over the audit log", () => {
  it("of an empty log is whole and has no hash", async () => {
    expect(await verifyAuditChain()).toEqual({ count: 0, lastHash: noHash, broken: null, missing: [] });
  });

  it("joins every entry to the one before, whatever stands in it", async () => {
    await write({ text: 'a"b\\c\n\t\r\b\f\u0001\u001f\u007f\u2028 髙﨑𠮷🍣 </script>', n: 1.5, m: -0, big: 1e21 });
    await write({}, anonymous);
    await inTransaction(as(moderator, new Date("0999-01-02T03:04:05.006Z")), async (ctx) => {
      const subject = { type: "submission", id: "x", number: "R8-0042" } as const;
      await recordAudit(ctx, { action: "add-note", subject });
      await recordAudit(ctx, { action: "add-note", subject, detail: { list: [{ b: 1, aa: [null, true] }], a: {} } });
    });
    const seals = await db().auditSeal.findMany({ orderBy: { position: "asc" } });
    expect(seals.map((seal) => Number(seal.position))).toEqual([1, 2, 3, 4]);
    expect(seals.map((seal) => seal.previousHash)).toEqual([noHash, ...seals.slice(0, 3).map((seal) => seal.hash)]);
    expect(await verifyAuditChain([], 3)).toMatchObject({ count: 4, lastHash: seals[3]?.hash, broken: null });
  });

  it("is computed in the form that is written down", () => {
    const fields = { actorKind: "anonymous", actorLabel: "市民", at: "2026-11-24T03:00:00.000Z", detail: "{}" };
    const text =
      '{"action":"add-note","actorKind":"anonymous","actorLabel":"市民","at":"2026-11-24T03:00:00.000Z","detail":"{}",' +
      `"id":"7","position":"1","previousHash":"${noHash}","subjectId":"x","subjectType":"desk"}`;
    const subject = { subjectId: "x", subjectNumber: null, subjectType: "desk" };
    const rest = { id: "7", position: "1", previousHash: noHash, action: "add-note", actorId: null };
    // printf '%s' '<text>' | sha256sum
    expect(createHash("sha256").update(text).digest("hex")).toBe(
      "da731a775a359f119ba8ffa377fec3c1957095340c5df01ea74b6f9c64538f65",
    );
    expect(hashOfEntry({ ...rest, ...subject, ...fields })).toBe(
      "da731a775a359f119ba8ffa377fec3c1957095340c5df01ea74b6f9c64538f65",
    );
  });

  it("does not mind numbers that a rolled-back command used up", async () => {
    await write();
    const failed = inTransaction(as(moderator), async (ctx) => {
      await recordAudit(ctx, { action: "add-note", subject: { type: "desk", id: "x" } });
      throw new Error("changed its mind");
    });
    await expect(failed).rejects.toThrow("changed its mind");
    await write();
    expect(await db().auditEntry.findMany({ select: { id: true }, orderBy: { id: "asc" } })).toEqual([
      { id: 1n },
      { id: 3n },
    ]);
    expect(await verifyAuditChain()).toMatchObject({ count: 2, broken: null });
  });

  it("stays one when many write at once", async () => {
    const batches = Array.from({ length: 8 }, (_, writer) =>
      (async () => {
        for (let n = 0; n < 15; n += 1) await write({ writer, n });
      })(),
    );
    await Promise.all(batches);
    expect(await verifyAuditChain([], 50)).toMatchObject({ count: 120, broken: null });
  });

  it("lets a long command keep nobody waiting, and takes the entries in the order of the commits", async () => {
    const started = Promise.withResolvers<void>();
    const others = Promise.withResolvers<void>();
    const long = inTransaction(as(moderator), async (ctx) => {
      await recordAudit(ctx, { action: "add-note", subject: { type: "desk", id: "long" } });
      started.resolve();
      await others.promise;
    });
    await started.promise;
    await writeMany(3);
    others.resolve();
    await long;
    const order = await db().auditSeal.findMany({ orderBy: { position: "asc" }, select: { entryId: true } });
    expect(order.map(({ entryId }) => Number(entryId))).toEqual([2, 3, 4, 1]);
    expect(await verifyAuditChain()).toMatchObject({ count: 4, broken: null });
  });

  it("is held by the lock the list of locks names, and by commits alone", async () => {
    await withClient(databaseUrl(), async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT pg_advisory_xact_lock($1)", [advisoryLocks.auditChain]);
      let isWritten = false;
      const waiting = write().then(() => {
        isWritten = true;
      });
      const isHeldUp = async () => {
        const { rows } = await client.query(
          `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        );
        return rows.length === 1;
      };
      await expect.poll(isHeldUp, { timeout: 10_000 }).toBe(true);
      expect(isWritten).toBe(false);
      await client.query("COMMIT");
      await waiting;
    });
    expect(await verifyAuditChain()).toMatchObject({ count: 1, broken: null });
  });

  it("cannot be changed or emptied, even in the database", async () => {
    await write();
    await expect(db().$executeRaw`UPDATE "AuditSeal" SET "hash" = 'x'`).rejects.toThrow(/append-only/);
    await expect(db().$executeRaw`DELETE FROM "AuditSeal"`).rejects.toThrow(/append-only/);
    await expect(db().$executeRaw`TRUNCATE "AuditSeal"`).rejects.toThrow(/append-only/);
  });
});

describe("what somebody with full rights did in the database", () => {
  const brokenAt = async () => (await verifyAuditChain([], 2)).broken;

  it.each([
    `"action" = 'sign-in'`,
    `"at" = "at" + interval '1 millisecond'`,
    `"at" = 'infinity'`,
    `"actorKind" = 'system'`,
    `"actorId" = NULL`,
    `"actorLabel" = 'somebody else'`,
    `"subjectType" = 'desk'`,
    `"subjectId" = ''`,
    `"subjectNumber" = 'R8-0001'`,
    `"detail" = '{"n": 4}'`,
    `"id" = 9`,
  ])("is found: SET %s", async (change) => {
    await writeMany(5);
    await tamper(`UPDATE "AuditEntry" SET ${change} WHERE "id" = 3`);
    // an entry under another id is gone from where it was
    const fault = change === `"id" = 9` ? "removed" : "changed";
    expect(await brokenAt()).toEqual({ fault, entryId: "3", position: "3" });
  });

  it("is found when an entry is removed, with and without its seal", async () => {
    await writeMany(5);
    await tamper(`DELETE FROM "AuditEntry" WHERE "id" = 3`);
    expect(await brokenAt()).toEqual({ fault: "removed", entryId: "3", position: "3" });
    await tamper(`DELETE FROM "AuditSeal" WHERE "entryId" = 3`);
    expect(await brokenAt()).toEqual({ fault: "misplaced", entryId: "4", position: "4" });
    // moving the later ones up does not help
    await tamper(`UPDATE "AuditSeal" SET "position" = 3 WHERE "position" = 4`);
    expect(await brokenAt()).toEqual({ fault: "misplaced", entryId: "4", position: "3" });
  });

  it("is found when an entry is put in, with and without a seal", async () => {
    await writeMany(3);
    await tamper(copyOf(2, 9));
    expect(await brokenAt()).toEqual({ fault: "unsealed", entryId: "9", position: null });
    await tamper(`INSERT INTO "AuditSeal" SELECT 0, 9, '${noHash}', "hash" FROM "AuditSeal" WHERE "position" = 1`);
    expect(await brokenAt()).toEqual({ fault: "misplaced", entryId: "9", position: "0" });
    await tamper(
      `UPDATE "AuditSeal" SET "position" = 4 WHERE "position" = 3`,
      `UPDATE "AuditSeal" SET "position" = 3, "previousHash" = (SELECT "hash" FROM "AuditSeal" WHERE "position" = 2)
        WHERE "position" = 0`,
    );
    expect(await brokenAt()).toEqual({ fault: "changed", entryId: "9", position: "3" });
    const previous = (await db().auditSeal.findUniqueOrThrow({ where: { position: 3 } })).previousHash;
    // even a seal that is right in itself does not fit the one after it
    await tamper(`UPDATE "AuditSeal" SET "hash" = audit_hash(entry, 3, '${previous}') FROM "AuditEntry" AS entry
                   WHERE entry."id" = 9 AND "entryId" = 9`);
    expect(await brokenAt()).toEqual({ fault: "misplaced", entryId: "3", position: "4" });
  });

  it("is found when entries change places", async () => {
    await writeMany(4);
    await tamper(
      `UPDATE "AuditSeal" SET "position" = 9 WHERE "position" = 2`,
      `UPDATE "AuditSeal" SET "position" = 2 WHERE "position" = 3`,
      `UPDATE "AuditSeal" SET "position" = 3 WHERE "position" = 9`,
    );
    expect(await brokenAt()).toEqual({ fault: "misplaced", entryId: "3", position: "2" });
  });

  it("is found by a hash noted down when the end was cut off, or everything was made anew", async () => {
    await writeMany(2);
    const early = (await verifyAuditChain()).lastHash;
    await writeMany(2);
    const noted = (await verifyAuditChain()).lastHash;
    await writeMany(1);
    expect(await verifyAuditChain([early, noted.toUpperCase()])).toMatchObject({ broken: null, missing: [] });

    await tamper(`DELETE FROM "AuditSeal" WHERE "position" > 3`, `DELETE FROM "AuditEntry" WHERE "id" > 3`);
    expect(await verifyAuditChain()).toMatchObject({ count: 3, broken: null });
    expect(await verifyAuditChain([early, noted])).toMatchObject({ broken: null, missing: [noted] });

    await tamper(
      `DELETE FROM "AuditSeal"`,
      `UPDATE "AuditEntry" SET "actorLabel" = 'somebody else' WHERE "id" = 1`,
      ...[1, 2, 3].map(
        (n) => `INSERT INTO "AuditSeal" SELECT ${n}, ${n}, before."hash", audit_hash(entry, ${n}, before."hash")
                  FROM "AuditEntry" AS entry, (SELECT coalesce(max("hash") FILTER (WHERE "position" = ${n} - 1), '${noHash}')
                  AS "hash" FROM "AuditSeal") AS before WHERE entry."id" = ${n}`,
      ),
    );
    expect(await verifyAuditChain()).toMatchObject({ count: 3, broken: null });
    expect(await verifyAuditChain([early])).toMatchObject({ missing: [early] });
  });
});
