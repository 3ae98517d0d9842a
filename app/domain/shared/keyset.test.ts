import { describe, expect, it } from "vitest";
import { dateKey, type KeysetSlice, keysetPage, numberKey } from "./keyset.ts";

type Row = { id: string; count: number };

const id = (n: number) => `00000000-0000-0000-0000-${String(n).padStart(12, "0")}`;
const rows: Row[] = Array.from({ length: 25 }, (_, n) => ({ id: id(n), count: Math.floor(n / 3) }));

/** What the database does with a slice, in memory. */
async function fetch({ where, orderBy, take }: KeysetSlice): Promise<Row[]> {
  const descending = (orderBy[0] as { count: string }).count === "desc";
  const sign = descending ? -1 : 1;
  const sorted = [...rows].sort((a, b) => sign * (a.count - b.count || a.id.localeCompare(b.id)));
  const alternatives = (
    where[1] as { OR: [{ count: Record<string, number> }, { count: number; id: Record<string, string> }] }
  )?.OR;
  const kept = sorted.filter((row) => {
    if (!alternatives) return true;
    const tie = alternatives[1];
    const tieId = Object.values(tie.id)[0] ?? "";
    const ahead = sign * (row.count - tie.count);
    return ahead > 0 || (ahead === 0 && sign * row.id.localeCompare(tieId) > 0);
  });
  return kept.slice(0, take);
}

const sort = { column: "count", direction: "desc" as const, keyOf: (row: Row) => String(row.count), ...numberKey };

describe("keysetPage", () => {
  it("walks the whole list forwards without missing or repeating a row", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof keysetPage<Row>>> = await keysetPage({ after, size: 4 }, sort, fetch);
      seen.push(...page.items.map((row) => row.id));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it("goes back to exactly the page before", async () => {
    const first = await keysetPage({ size: 4 }, sort, fetch);
    const second = await keysetPage({ after: first.next, size: 4 }, sort, fetch);
    const back = await keysetPage({ before: second.previous, size: 4 }, sort, fetch);
    expect(back.items).toEqual(first.items);
    expect(back.previous).toBeNull();
    expect(back.next).toBe(first.next);
  });

  it("has no previous page at the beginning and no next one at the end", async () => {
    const whole = await keysetPage({ size: 25 }, sort, fetch);
    expect(whole).toMatchObject({ next: null, previous: null });
  });

  it.each(["", "nonsense", "W10", Buffer.from('["x","y"]').toString("base64url"), "a".repeat(500)])(
    "starts at the beginning for the cursor %j",
    async (after) => {
      const page = await keysetPage({ after, size: 3 }, sort, fetch);
      expect(page.items[0]?.id).toBe(id(24));
      expect(page.previous).toBeNull();
    },
  );
});

describe("dateKey", () => {
  it("reads back the time it was made of", () => {
    const at = new Date("2026-11-24T03:00:00.123Z");
    expect(dateKey.parse(at.toISOString())).toEqual(at);
  });

  it.each([
    "",
    "soon",
    "2026-11-24",
    "+275760-09-13T00:00:00.000Z",
    "-271821-04-20T00:00:00.000Z",
    "0000-01-01T00:00:00.000Z",
    "2026-13-01T00:00:00.000Z",
  ])("takes %j for no key, because the database could not compare with it", (key) => {
    expect(dateKey.parse(key)).toBeNull();
  });
});
