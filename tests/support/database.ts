import pg from "pg";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import { advisoryLocks } from "#app/platform/database/advisory-locks.ts";
import { disconnect, setDatabaseUrl } from "#app/platform/database/client.server.ts";
import { startEmbedded } from "#app/platform/database/embedded.server.ts";
import { migrateDatabase } from "#app/platform/database/migrate.server.ts";

const TEMPLATE = "sokaku_template";

/**
 * Gives the tests of this file a real, migrated PostgreSQL database of their own, used by `db()` and `pool()`. Call it once
 * at the top of the file.
 *
 * @param reset "each" (default): empty before every test; "file": empty before the first one only.
 */
export function useDatabase({ reset = "each" }: { reset?: "each" | "file" } = {}): void {
  let url: string;
  beforeAll(async () => {
    url = await workerDatabase();
    setDatabaseUrl(url);
    await emptyDatabase(url);
  });
  if (reset === "each") beforeEach(() => emptyDatabase(url));
  afterAll(disconnect);
}

/** A new database without any table, for tests of migrations. It goes away with the test run. */
export async function createBareDatabase(): Promise<string> {
  const name = `bare_${process.env.VITEST_POOL_ID ?? "1"}_${Date.now()}_${Math.floor(Math.random() * 1e6)}`;
  const cluster = await clusterUrl();
  await withClient(cluster, (client) => client.query(`CREATE DATABASE "${name}"`));
  return databaseIn(cluster, name);
}

/** Runs SQL in one connection to `url` and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

let runningCluster: Promise<string> | undefined;

/** Starts the run's PostgreSQL or finds the one another worker started; the end of the run stops it. */
function clusterUrl(): Promise<string> {
  runningCluster ??= startEmbedded(inject("testDataDir"), { durable: false }).then((cluster) => cluster.url);
  return runningCluster;
}

function databaseIn(cluster: string, name: string): string {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}

async function workerDatabase(): Promise<string> {
  const cluster = await clusterUrl();
  const name = `worker_${process.env.VITEST_POOL_ID ?? "1"}`;
  const exists = async (client: pg.Client, database: string) =>
    (await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database])).rowCount === 1;
  await withClient(cluster, async (client) => {
    if (await exists(client, name)) return;
    // Of several workers one makes the template and the others wait.
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLocks.testTemplate]);
    if (!(await exists(client, TEMPLATE))) {
      await client.query(`CREATE DATABASE "${TEMPLATE}_draft"`);
      await migrateDatabase(databaseIn(cluster, `${TEMPLATE}_draft`));
      await client.query(`ALTER DATABASE "${TEMPLATE}_draft" RENAME TO "${TEMPLATE}"`);
    }
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${TEMPLATE}"`);
  });
  return databaseIn(cluster, name);
}

/**
 * Deletes every row and starts every sequence again. Only tables with rows are touched: emptying all of them takes
 * longer than most tests.
 */
async function emptyDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname IN ('public', 'graphile_worker') AND tablename NOT IN ('_prisma_migrations', 'migrations')`,
    );
    const probes = tables.rows.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name})`);
    const filled = await client.query<{ name: string }>(probes.join(" UNION ALL "));
    if (filled.rowCount === 0) return;
    const moved = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences
        WHERE schemaname IN ('public', 'graphile_worker') AND last_value IS NOT NULL`,
    );
    // As a replica neither foreign keys nor the guards of append-only tables act.
    await client.query(
      [
        "SET session_replication_role = replica",
        ...filled.rows.map(({ name }) => `DELETE FROM ${name}`),
        ...moved.rows.map(({ name }) => `ALTER SEQUENCE ${name} RESTART`),
      ].join(";"),
    );
  });
}
