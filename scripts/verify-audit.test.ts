import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { MIGRATIONS_FOLDER, migrateDatabase } from "#app/platform/database/migrate.server.ts";
import { createBareDatabase, withClient } from "#tests/support/database.ts";

type Result = { code: number | null; output: string };

const run = (databaseUrl: string, ...options: string[]) =>
  new Promise<Result>((resolve, reject) => {
    const child = spawn(process.execPath, options, {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });

const verify = (databaseUrl: string, ...options: string[]) => run(databaseUrl, "scripts/verify-audit.ts", ...options);

const insert = (note: string) =>
  `INSERT INTO "AuditEntry" ("at", "actorKind", "actorLabel", "action", "subjectType", "subjectId", "detail")
   VALUES (now(), 'system', '市', 'add-note', 'submission', 'x', '{"note": "${note}"}')`;

const lastHash = (output: string) => /last hash: ([0-9a-f]{64})$/m.exec(output)?.[1] ?? "";

async function migratedDatabase(): Promise<string> {
  const url = await createBareDatabase();
  await migrateDatabase(url);
  return url;
}

describe("npm run audit:verify", { timeout: 120_000 }, () => {
  it("says that an empty log is whole", async () => {
    const { code, output } = await verify(await migratedDatabase());
    expect(output).toContain("OK: 0");
    expect(lastHash(output)).toMatch(/^0{64}$/);
    expect(code).toBe(0);
  });

  it("finds the entries there were before the chain, in their order", async () => {
    const url = await createBareDatabase();
    const before = mkdtempSync(join(inject("testDataDir"), "migrations-"));
    const older = readdirSync(MIGRATIONS_FOLDER).filter((name) => /^\d/.test(name) && !name.endsWith("_audit_chain"));
    const chain = readdirSync(MIGRATIONS_FOLDER).find((name) => name.endsWith("_audit_chain")) ?? "";
    for (const name of older.filter((one) => one < chain)) {
      cpSync(join(MIGRATIONS_FOLDER, name), join(before, name), { recursive: true });
    }
    await migrateDatabase(url, before);
    await withClient(url, async (client) => {
      for (const note of ["a", "b", "c"]) await client.query(insert(note));
    });
    await migrateDatabase(url);
    await withClient(url, (client) => client.query(insert("d")));
    const { code, output } = await verify(url);
    expect(output).toContain("OK: 4");
    expect(code).toBe(0);
  });

  it("finds one unbroken chain after several processes wrote at once", async () => {
    const url = await migratedDatabase();
    const writer = `
      import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
      import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
      import { disconnect } from "#app/platform/database/client.server.ts";
      const context = { actor: { kind: "system", name: "writer" }, now: new Date(), locale: "ja" };
      const write = (n) => inTransaction(context, (ctx) =>
        recordAudit(ctx, { action: "add-note", subject: { type: "desk", id: String(n) }, detail: { pid: process.pid } }));
      await Promise.all([1, 2, 3, 4].map(async (n) => { for (let i = 0; i < 10; i += 1) await write(n); }));
      await disconnect();`;
    const writers = await Promise.all(
      [1, 2, 3].map(() => run(url, "--disable-warning=DeprecationWarning", "--input-type=module", "--eval", writer)),
    );
    expect(writers).toEqual([1, 2, 3].map(() => ({ code: 0, output: "" })));
    const { code, output } = await verify(url);
    expect(output).toContain("OK: 120");
    expect(code).toBe(0);
  });

  it("names what was changed and ends with 1", async () => {
    const url = await migratedDatabase();
    await withClient(url, async (client) => {
      for (const note of ["a", "b", "c"]) await client.query(insert(note));
      await client.query(`ALTER TABLE "AuditEntry" DISABLE TRIGGER USER`);
      await client.query(`UPDATE "AuditEntry" SET "actorLabel" = '別の人' WHERE "id" = 2`);
    });
    const { code, output } = await verify(url);
    expect(output).toContain("entry 2 (2): 書き換えられています / was changed");
    expect(output).toContain("BROKEN: 1");
    expect(code).toBe(1);
  });

  it("ends with 1 when a hash noted down is not in the chain, and when it is no hash", async () => {
    const url = await migratedDatabase();
    await withClient(url, (client) => client.query(insert("a")));
    const noted = lastHash((await verify(url)).output);
    await withClient(url, (client) => client.query(insert("b")));
    expect(await verify(url, "--expect", noted)).toMatchObject({ code: 0 });
    const other = await verify(url, "--expect", noted, "--expect", "f".repeat(64));
    expect(other).toMatchObject({ code: 1, output: expect.stringContaining(`noted down: ${"f".repeat(64)}`) });
    expect(await verify(url, "--expect", "abc")).toMatchObject({ code: 1, output: expect.stringContaining("abc") });
  });
});
