import { pool } from "#app/platform/database/client.server.ts";

/** Counters of requests, and the note that a session is in use, change without anybody having done anything. */
const ignoredTables = ["rate_limit", "_prisma_migrations", "migrations"];
const ignoredColumns = ["lastSeenAt"];

/**
 * One checksum a table over all its rows, jobs of the queue included: two equal digests mean that nothing was added, changed or removed in
 * between.
 */
export async function databaseDigest(): Promise<Record<string, string>> {
  const tables = await pool().query<{ name: string; title: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name, tablename AS title FROM pg_tables
      WHERE schemaname IN ('public', 'graphile_worker') AND NOT tablename = ANY ($1)`,
    [ignoredTables],
  );
  const without = ignoredColumns.map((column) => `- '${column}'`).join(" ");
  const sums = tables.rows.map(
    ({ name, title }) =>
      `SELECT '${title}' AS title, md5(coalesce(string_agg(row::text, ',' ORDER BY row::text), '')) AS sum
         FROM (SELECT to_jsonb(t) ${without} AS row FROM ${name} t) rows`,
  );
  const { rows } = await pool().query<{ title: string; sum: string }>(sums.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ title, sum }) => [title, sum]));
}
