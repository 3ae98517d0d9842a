import { describe, expect, it } from "vitest";
import { loadGlossary } from "#app/domain/furigana/commands/load-glossary.server.ts";
import { removeTerm } from "#app/domain/furigana/commands/remove-term.server.ts";
import { termSchema } from "#app/domain/furigana/glossary.schema.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { glossary } from "./glossary.ts";

useDatabase();

const system = as({ kind: "system", name: "test" });

describe("the glossary a city begins with", () => {
  it("holds what the desk would accept, each word once", () => {
    for (const entry of glossary) expect(termSchema.parse(entry), entry.term).toEqual(entry);
    expect(new Set(glossary.map(({ term }) => term)).size).toBe(glossary.length);
    expect(glossary.length).toBeGreaterThanOrEqual(60);
  });

  it("is loaded once, also where somebody emptied it since", async () => {
    await loadGlossary(system, glossary);
    await loadGlossary(system, glossary);
    expect(await db().glossaryTerm.count()).toBe(glossary.length);
    for (const { id, version } of await db().glossaryTerm.findMany()) {
      await removeTerm(as(staff("ADMIN")), { id, version });
    }
    await loadGlossary(system, glossary);
    expect(await db().glossaryTerm.count()).toBe(0);
    expect(await db().auditEntry.count({ where: { action: "load-glossary" } })).toBe(1);
  });

  it("is the platform's own act", async () => {
    await expect(loadGlossary(as(anonymous), glossary)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(loadGlossary(as(staff("ADMIN")), glossary)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await db().glossaryTerm.count()).toBe(0);
  });
});
