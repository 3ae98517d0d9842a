import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { livelyFields, referenceTables } from "#app/platform/database/reference-data.server.ts";

type Field = { name: string; type: string };

/** Every model with its fields, as the schema declares them. */
function models(): Map<string, Field[]> {
  const found = new Map<string, Field[]>();
  for (const file of readdirSync("prisma/schema")) {
    const schema = readFileSync(join("prisma/schema", file), "utf8");
    for (const [, model = "", body = ""] of schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)) {
      const fields = [...body.matchAll(/^ {2}(\w+)\s+(\w+)/gm)];
      found.set(
        model,
        fields.map(([, name = "", type = ""]) => ({ name, type })),
      );
    }
  }
  return found;
}

const modelName = (table: string) => `${table[0]?.toUpperCase()}${table.slice(1)}`;

describe("reference data", () => {
  const all = models();
  const tables = referenceTables.map(modelName);
  const rules = readdirSync("prisma/migrations")
    .filter((name) => !name.includes("."))
    .map((name) => readFileSync(join("prisma/migrations", name, "migration.sql"), "utf8"))
    .filter((sql) => sql.includes("announce_reference_change"))
    .join("\n");

  it("leads to no table that changes with people's work", () => {
    const leading = tables.flatMap((table) =>
      (all.get(table) ?? []).filter(({ type }) => all.has(type) && !tables.includes(type)).map(({ name }) => name),
    );
    expect(leading.length).toBeGreaterThan(10);
    expect(leading.filter((name) => !livelyFields.includes(name))).toEqual([]);
  });

  it("is of tables whose changes the database announces", () => {
    const announced = tables.filter((table) => rules.includes(`'${table}'`) || rules.includes(`ON "${table}"`));
    expect(announced).toEqual(tables);
  });

  it("has of a theme only columns whose changes are announced", () => {
    const columns = (all.get("Theme") ?? []).filter(({ name, type }) => !all.has(type) && name !== "id");
    const silent = columns.filter(({ name }) => !livelyFields.includes(name) && !rules.includes(`"${name}"`));
    expect(silent).toEqual([]);
  });
});
