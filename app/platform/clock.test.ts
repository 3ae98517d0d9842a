import { afterEach, describe, expect, it } from "vitest";
import { now, setClock } from "./clock.ts";

describe("the clock", () => {
  afterEach(() => setClock(undefined));

  it("is the machine's", () => {
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
  });

  it("can be replaced and brought back", () => {
    setClock(() => new Date("2026-04-01T00:00:00Z"));
    expect(now().toISOString()).toBe("2026-04-01T00:00:00.000Z");
    setClock(undefined);
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
  });
});
