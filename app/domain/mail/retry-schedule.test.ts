import { describe, expect, it } from "vitest";
import { mostAttempts, nextAttempt } from "./retry-schedule.ts";

describe("the retry schedule", () => {
  const start = new Date("2026-11-22T00:00:00Z");

  it("waits longer and longer, for three days, and then gives up", () => {
    let at = start;
    let attempts = 1;
    const pauses: number[] = [];
    for (let next = nextAttempt(attempts, at); next !== null; next = nextAttempt(attempts, at)) {
      pauses.push(next.getTime() - at.getTime());
      at = next;
      attempts += 1;
    }
    expect(attempts).toBe(mostAttempts);
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
    expect(pauses[0]).toBe(60_000);
    const hours = (at.getTime() - start.getTime()) / 3_600_000;
    expect(hours).toBeGreaterThan(71);
    expect(hours).toBeLessThanOrEqual(72);
  });
});
