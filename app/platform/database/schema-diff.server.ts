import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DiffTarget } from "@prisma/schema-engine-wasm";
import { withSchemaEngine } from "./schema-engine.server.ts";

/** The schema people edit, one file per context. */
export const SCHEMA_FOLDER = "prisma/schema";

/** The schema the migrations lead to, in one file: where the next migration starts from. */
export const SCHEMA_OF_LAST_MIGRATION = "prisma/migrations/schema.prisma";

/** All schema files of a folder as one text, in the order of their names. */
export function readSchema(folder: string): string {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".prisma"))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
}

/**
 * The SQL that turns one schema into another; empty when they are the same. Compares texts only, because reading a live
 * database back fails on PostgreSQL's internal "char" type.
 *
 * @param url any reachable database: the engine wants a connection, and nothing in it is read or changed.
 * @param from undefined: an empty database.
 */
export async function diffSchemas(url: string, from: string | undefined, to: string): Promise<string> {
  const target = (content: string): DiffTarget => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content }],
  });
  const result = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: from === undefined ? { tag: "empty" } : target(from),
      to: target(to),
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return result.exitCode === 2 ? (result.stdout ?? "") : "";
}
