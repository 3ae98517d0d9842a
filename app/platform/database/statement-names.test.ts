import { describe, expect, test } from "vitest";
import { statementNames } from "./statement-names.ts";

const times = (count: number, name: (statement: { sql: string }) => string, sql: string) =>
  Array.from({ length: count }, () => name({ sql })).at(-1);

describe("names of statements", () => {
  test("a statement has a name once it was seen five times, and keeps it", () => {
    const name = statementNames();
    expect(times(4, name, "SELECT 1")).toBe("");
    const given = name({ sql: "SELECT 1" });
    expect(given).not.toBe("");
    expect(name({ sql: "SELECT 1" })).toBe(given);
  });

  test("two statements never have one name", () => {
    const name = statementNames();
    const given = Array.from({ length: 400 }, (_, index) => times(5, name, `SELECT ${index}`));
    expect(new Set(given).size).toBe(400);
    expect(given).not.toContain("");
  });

  test("when as many are kept as may be, later ones go without, and the kept ones keep theirs", () => {
    const name = statementNames();
    const first = times(5, name, "SELECT 0");
    for (let index = 1; index < 400; index += 1) times(5, name, `SELECT ${index}`);
    expect(times(9, name, "SELECT 'one too many'")).toBe("");
    expect(name({ sql: "SELECT 0" })).toBe(first);
  });

  test("a statement that looks for words has none, because it is planned each time", () => {
    const name = statementNames();
    expect(times(9, name, `SELECT id FROM "Submission" WHERE "searchTokens" @> $1::text[]`)).toBe("");
    expect(times(9, name, `SELECT id FROM "SubmissionSearch" WHERE "deskText"::text LIKE $1`)).toBe("");
  });

  test("statements that never come again are forgotten", () => {
    const name = statementNames();
    times(4, name, "SELECT 1");
    for (let index = 0; index < 5_000; index += 1) name({ sql: `SELECT 'once ${index}'` });
    expect(name({ sql: "SELECT 1" })).toBe("");
  });
});
