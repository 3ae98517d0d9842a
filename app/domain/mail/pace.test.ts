import { describe, expect, it } from "vitest";
import { domainOf, paceFor, paceOf, pauseOf } from "./pace.ts";

/** When so many mails leave that all come at once, by the rule of the turns. */
function departures(perMinute: number, count: number): number[] {
  const { burst, gap } = paceOf(perMinute);
  return Array.from({ length: count }, (_, at) => Math.max(0, (at + 1 - burst) * gap));
}

describe("the pace of a domain", () => {
  it.each([2, 3, 7, 60, 120, 1_000])(
    "never has more than %i mails in any minute, and wastes little of it",
    (perMinute) => {
      const times = departures(perMinute, perMinute * 3);
      for (const [at, time] of times.entries()) {
        const within = times.slice(at).filter((other) => other < time + 60_000 - 0.001).length;
        expect(within).toBeLessThanOrEqual(perMinute);
      }
      expect(times.filter((time) => time < 60_000).length).toBeGreaterThanOrEqual(perMinute - 2);
    },
  );

  it.each([4, 5, 120, 121])("of %i keeps a half for mails that somebody waits for", (perMinute) => {
    const inMinute = (toMany: boolean) => {
      const { burst, gap } = paceFor(perMinute, toMany);
      return burst + Math.floor(60_000 / gap);
    };
    expect(inMinute(true) + inMinute(false)).toBeLessThanOrEqual(perMinute);
    expect(inMinute(true) + inMinute(false)).toBeGreaterThanOrEqual(perMinute - 2);
    expect(Math.abs(inMinute(true) - inMinute(false))).toBeLessThanOrEqual(1);
  });

  it("pauses from the second time on, twice as long each time, half an hour at most", () => {
    expect([1, 2, 3, 7, 8, 1_000].map((times) => pauseOf(times) / 60_000)).toEqual([0, 1, 2, 32, 32, 32]);
  });

  it("counts by the domain, however it is written", () => {
    expect(domainOf("Someone@Example.COM")).toBe("example.com");
  });
});
