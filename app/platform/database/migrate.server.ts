import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { advisoryLocks } from "./advisory-locks.ts";
import { newPool } from "./pool.server.ts";
import { withSchemaEngine } from "./schema-engine.server.ts";

/** Where migrations stand, relative to the project's root. */
export const MIGRATIONS_FOLDER = "prisma/migrations";

/** The database and the code do not fit together; the message is one line for the operator. Nothing was changed. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

type Migration = { name: string; script: string; checksum: string };
type Recorded = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Brings the database at `url` to the schema of this code: Prisma's migrations (recorded in `_prisma_migrations`) and
 * the job queue's own tables. Safe to call from several processes at once. With nothing to do it costs a few SELECTs.
 *
 * @param folder where the migrations are; each is a folder with `migration.sql`, applied in the order of their names.
 * @returns the names of the migrations applied now.
 * @throws MigrationRefused when the database is newer than the code, an applied migration was edited, or one failed half-way.
 */
export async function migrateDatabase(url: string, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    let { missing, unfinished } = await compare(client, migrations);
    if (missing.length > 0 || unfinished.length > 0) {
      // Of two processes starting together one migrates and the other waits for it.
      await client.query("SELECT pg_advisory_lock($1)", [advisoryLocks.migration]);
      ({ missing, unfinished } = await compare(client, migrations));
    }
    if (unfinished.length > 0) {
      throw new MigrationRefused(
        `マイグレーション ${unfinished} が途中で止まっています。バックアップから戻してください / migration ${unfinished} was cut short: restore a backup`,
      );
    }
    if (missing.length > 0) await apply(client, url, folder, migrations);
    await migrateQueue(url);
    return missing;
  } finally {
    // Ending the session gives the lock back.
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return names
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    });
}

async function compare(
  client: pg.Client,
  migrations: Migration[],
): Promise<{ missing: string[]; unfinished: string[] }> {
  const recorded = await readRecorded(client);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum } of recorded) {
    const migration = known.get(name);
    if (!migration) {
      throw new MigrationRefused(
        `データベースがプログラムより新しいです (${name})。新しい版で起動してください / the database is newer than the code: it has ${name}`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new MigrationRefused(
        `適用済みのマイグレーション ${name} が書き換えられています。元に戻してください / the applied migration ${name} was edited: restore it`,
      );
    }
  }
  const applied = new Set(recorded.map((row) => row.migration_name));
  return {
    missing: migrations.map((migration) => migration.name).filter((name) => !applied.has(name)),
    unfinished: recorded.filter((row) => !row.finished_at).map((row) => row.migration_name),
  };
}

async function readRecorded(client: pg.Client): Promise<Recorded[]> {
  const table = await client.query<{ found: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found");
  if (!table.rows[0]?.found) return [];
  const recorded = await client.query<Recorded>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return recorded.rows;
}

async function apply(client: pg.Client, url: string, folder: string, migrations: Migration[]): Promise<void> {
  const input = {
    migrationsList: {
      baseDir: resolve(folder),
      lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
      shadowDbInitScript: "",
      migrationDirectories: migrations.map(({ name, script }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: script } },
      })),
    },
    filters: { externalTables: [], externalEnums: [] },
  };
  try {
    await withSchemaEngine(url, (engine) => engine.applyMigrations(input));
  } catch (error) {
    // A script runs as one transaction, so what failed changed nothing and may be tried again.
    const failed = await client.query<{ migration_name: string }>(
      `UPDATE _prisma_migrations SET rolled_back_at = now()
        WHERE finished_at IS NULL AND rolled_back_at IS NULL RETURNING migration_name`,
    );
    const names = failed.rows.map((row) => row.migration_name).join(", ");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`マイグレーション ${names} が失敗しました / migration ${names} failed: ${reason}`, {
      cause: error,
    });
  }
}

async function migrateQueue(url: string): Promise<void> {
  const pool = newPool(url, 1);
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
  } finally {
    await pool.end();
  }
}
