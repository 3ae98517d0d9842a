import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { auditActions } from "#app/domain/audit/audit-actions.ts";
import { isTest, sourceFiles } from "./source-files.ts";

/** Actions as the commands record them; moderation's end in the type of what was decided on. */
function recorded(): string[] {
  const found = new Set<string>();
  for (const { text } of sourceFiles("app/domain").filter((file) => !isTest(file))) {
    for (const [, action = ""] of text.matchAll(/\baction: "([a-z-]+)"/g)) found.add(action);
    for (const [, verb = ""] of text.matchAll(/\baction: `([a-z-]+-)\$\{item\.type\}`/g)) {
      found.add(`${verb}submission`);
      found.add(`${verb}comment`);
    }
  }
  return [...found].sort();
}

describe("the audit log", () => {
  it("knows every action that a command records, and no other", () => {
    expect([...auditActions].sort()).toEqual(recorded());
  });

  it.each(["ja", "en"])("has words for every action in %s", (locale) => {
    const { audit } = JSON.parse(readFileSync(`locales/${locale}/desk.json`, "utf8")) as {
      audit: { actions: Record<string, string> };
    };
    expect(Object.keys(audit.actions).sort()).toEqual([...auditActions].sort());
  });
});
