import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { createBareDatabase, withClient } from "#tests/support/database.ts";
import { MIGRATIONS_FOLDER, MigrationRefused, migrateDatabase } from "./migrate.server.ts";
import { diffSchemas, readSchema, SCHEMA_FOLDER, SCHEMA_OF_LAST_MIGRATION } from "./schema-diff.server.ts";

function folderWith(migrations: Record<string, string>): string {
  const folder = mkdtempSync(join(inject("testDataDir"), "migrations-"));
  for (const [name, script] of Object.entries(migrations)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), script);
  }
  return folder;
}

const first = { "01_first": 'CREATE TABLE "a" (id int);' };
const second = { ...first, "02_second": 'CREATE TABLE "b" (id int);' };

async function tablesIn(url: string): Promise<string[]> {
  const found = await withClient(url, (client) =>
    client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"),
  );
  return found.rows.map((row) => row.name).filter((name) => name !== "_prisma_migrations");
}

describe("migrating", () => {
  it("applies what is missing, in order, once", async () => {
    const url = await createBareDatabase();
    expect(await migrateDatabase(url, folderWith(first))).toEqual(["01_first"]);
    expect(await migrateDatabase(url, folderWith(second))).toEqual(["02_second"]);
    expect(await migrateDatabase(url, folderWith(second))).toEqual([]);
    expect(await tablesIn(url)).toEqual(["a", "b"]);
  });

  it("installs the job queue's tables", async () => {
    const url = await createBareDatabase();
    await migrateDatabase(url, folderWith({}));
    await withClient(url, (client) => client.query("SELECT graphile_worker.add_job('anything')"));
  });

  it("happens once when several processes start together", async () => {
    const url = await createBareDatabase();
    const folder = folderWith(second);
    const applied = await Promise.all([1, 2, 3].map(() => migrateDatabase(url, folder)));
    expect(applied.flat().sort()).toEqual(["01_first", "02_second"]);
  });

  it("refuses a database that is newer than the code", async () => {
    const url = await createBareDatabase();
    await migrateDatabase(url, folderWith(second));
    const older = migrateDatabase(url, folderWith(first));
    await expect(older).rejects.toThrow(MigrationRefused);
    await expect(older).rejects.toThrow(/newer than the code: it has 02_second$/);
  });

  it("refuses an applied migration that was edited", async () => {
    const url = await createBareDatabase();
    await migrateDatabase(url, folderWith(first));
    const edited = migrateDatabase(url, folderWith({ "01_first": 'CREATE TABLE "a" (id bigint);' }));
    await expect(edited).rejects.toThrow(/01_first was edited/);
  });

  it("refuses a database whose migration was cut short", async () => {
    const url = await createBareDatabase();
    const folder = folderWith(first);
    await migrateDatabase(url, folder);
    await withClient(url, (client) => client.query("UPDATE _prisma_migrations SET finished_at = NULL"));
    await expect(migrateDatabase(url, folder)).rejects.toThrow(/01_first was cut short/);
  });

  it("undoes a migration that fails and takes it again once it is right", async () => {
    const url = await createBareDatabase();
    const broken = folderWith({ "01_first": 'CREATE TABLE "a" (id int); CREATE TABLE "a" (id int);' });
    await expect(migrateDatabase(url, broken)).rejects.toThrow(/migration 01_first failed: .*already exists/s);
    expect(await tablesIn(url)).toEqual([]);
    expect(await migrateDatabase(url, folderWith(first))).toEqual(["01_first"]);
  });

  it("takes a script with function bodies whole", async () => {
    const url = await createBareDatabase();
    const script = "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$; SELECT f();";
    expect(await migrateDatabase(url, folderWith({ "01_f": script }))).toEqual(["01_f"]);
  });
});

describe("the project's migrations", () => {
  it("lead to the schema as it stands", async () => {
    const last = readFileSync(SCHEMA_OF_LAST_MIGRATION, "utf8");
    expect(await diffSchemas(await createBareDatabase(), last, readSchema(SCHEMA_FOLDER))).toBe("");
  });

  it("make an audit log that cannot be changed", async () => {
    const url = await createBareDatabase();
    const folder = mkdtempSync(join(inject("testDataDir"), "migrations-"));
    cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
    await migrateDatabase(url, folder);
    await withClient(url, async (client) => {
      await client.query(
        `INSERT INTO "AuditEntry" ("at", "actorKind", "actorLabel", "action", "subjectType", "subjectId")
         VALUES (now(), 'system', '', 'test', 'setting', '1')`,
      );
      for (const change of [
        'UPDATE "AuditEntry" SET "action" = \'x\'',
        'DELETE FROM "AuditEntry"',
        'TRUNCATE "AuditEntry" CASCADE',
      ]) {
        await expect(client.query(change)).rejects.toThrow("append-only");
      }
    });
  });
});
