import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { isTest, sourceFiles } from "./source-files.ts";

/** Which context declares which table: prisma/schema/<context>.prisma. */
function ownersOfTables(): Map<string, string> {
  const owners = new Map<string, string>();
  for (const file of readdirSync("prisma/schema")) {
    for (const [, model = ""] of readFileSync(join("prisma/schema", file), "utf8").matchAll(/^model (\w+) \{/gm)) {
      owners.set(model[0]?.toLowerCase() + model.slice(1), basename(file, ".prisma"));
    }
  }
  return owners;
}

/** Folder of a context in app/domain where its schema file has another name. */
const contextOf: Record<string, string> = { setting: "settings" };

const write =
  /\b(?:tx|db\(\))\s*\.\s*(\w+)\s*\.\s*(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\b/g;

describe("tables", () => {
  const owners = ownersOfTables();
  const files = sourceFiles("app", "prisma", "scripts").filter((file) => !isTest(file));

  it("are written only by the context that declares them", () => {
    const strangers = files.flatMap(({ path, text }) =>
      [...text.matchAll(write)].flatMap(([, table = ""]) => {
        const owner = owners.get(table);
        if (!owner) return [];
        const folder = `app/domain/${contextOf[owner] ?? owner}/`;
        return path.startsWith(folder) ? [] : [`${path} writes ${table}, which belongs to ${folder}`];
      }),
    );
    expect(strangers).toEqual([]);
  });

  it("are found by this check at all", () => {
    const found = files.flatMap(({ text }) => [...text.matchAll(write)].map(([, table]) => table));
    expect(new Set(found).size).toBeGreaterThan(20);
  });

  it("are not changed by raw SQL outside their context", () => {
    const raw = files.filter(
      ({ path, text }) =>
        !path.startsWith("app/domain/") &&
        !path.startsWith("app/platform/database/") &&
        /\$(execute|query)RawUnsafe|\bINSERT INTO "|\bUPDATE "|\bDELETE FROM "/.test(text),
    );
    expect(raw.map(({ path }) => path)).toEqual([]);
  });
});

describe("commands", () => {
  const commands = sourceFiles("app/domain").filter((file) => /\/commands\/[^/]+\.server\.ts$/.test(file.path));

  it("have a test beside them, or are named in the test of their context", () => {
    const tests = sourceFiles("app", "prisma", "tests").filter(isTest);
    const untested = commands.filter(({ path }) => {
      const name = basename(path);
      return !tests.some(({ text }) => text.includes(`/${name}"`));
    });
    expect(untested.map(({ path }) => path)).toEqual([]);
  });

  it("run inside a transaction", () => {
    const without = commands.filter(({ text }) => !/\binTransaction\(/.test(text));
    expect(without.map(({ path }) => path)).toEqual([]);
  });
});
