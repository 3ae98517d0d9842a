import { describe, expect, it } from "vitest";
import { everyPage } from "./every-page.ts";

describe("everyPage", () => {
  it("fetches a page when it is asked for, and none after the last", async () => {
    const asked: (string | null)[] = [];
    const pages = everyPage(async (after) => {
      asked.push(after);
      const n = Number(after ?? 0);
      return { items: [n], next: n < 2 ? String(n + 1) : null };
    });
    expect(asked).toEqual([]);
    expect((await pages.next()).value).toEqual([0]);
    expect(asked).toEqual([null]);
    const rest: number[][] = [];
    for await (const page of pages) rest.push(page);
    expect(rest).toEqual([[1], [2]]);
    expect(asked).toEqual([null, "1", "2"]);
  });
});
