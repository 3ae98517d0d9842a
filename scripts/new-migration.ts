/*
 * `npm run db:diff -- <name>`: writes the migration that leads from the schema as of the last migration to the schema as it
 * stands now. `prisma/migrations/schema.prisma` keeps the former; commit both. With `--empty` it only makes the file, for
 * SQL that Prisma's schema language cannot say (partial indexes, triggers, data).
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "#app/platform/database/embedded.server.ts";
import { MIGRATIONS_FOLDER } from "#app/platform/database/migrate.server.ts";
import {
  diffSchemas,
  readSchema,
  SCHEMA_FOLDER,
  SCHEMA_OF_LAST_MIGRATION,
} from "#app/platform/database/schema-diff.server.ts";

const [name] = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const isEmpty = process.argv.includes("--empty");
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("使い方 / usage: npm run db:diff -- name_in_snake_case [--empty]");
  process.exit(1);
}

const schema = readSchema(SCHEMA_FOLDER);
const last = existsSync(SCHEMA_OF_LAST_MIGRATION) ? readFileSync(SCHEMA_OF_LAST_MIGRATION, "utf8") : undefined;
const script = isEmpty ? "" : await withThrowAwayDatabase((url) => diffSchemas(url, last, schema));
if (!isEmpty && script === "") {
  console.log("スキーマは前のマイグレーションから変わっていません / the schema did not change");
  process.exit(0);
}

const previous = readdirSync(MIGRATIONS_FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()
  .at(-1);
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
if (previous && previous > `${stamp}_${name}`) throw new Error(`${previous} is later than now`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "migration.sql"), script);
if (!isEmpty) writeFileSync(SCHEMA_OF_LAST_MIGRATION, schema);
console.log(join(folder, "migration.sql"));

async function withThrowAwayDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "sokaku-diff-"));
  // mkdtemp keeps others out, and as root the server is one of them.
  chmodSync(folder, 0o711);
  const cluster = await startEmbedded(folder, { durable: false });
  try {
    return await work(cluster.url);
  } finally {
    await cluster.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
