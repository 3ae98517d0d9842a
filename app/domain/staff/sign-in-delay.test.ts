import { describe, expect, it } from "vitest";
import { signInDelay } from "./sign-in-delay.ts";

describe("signInDelay", () => {
  it("costs nothing within the free attempts", () => {
    expect([-3, -1, 0].map(signInDelay)).toEqual([0, 0, 0]);
  });

  it("doubles from half a minute and stops at a quarter of an hour", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 1_000_000].map(signInDelay)).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
  });
});
