import { describe, expect, it } from "vitest";
import { isPublishedAtOnce, reviewModes } from "./theme-policy.ts";

describe("what arrives for a theme is public at once", () => {
  const clean = { isFlagged: false, mustBeReadFirst: false };
  it.each([
    ["BEFORE", false, false],
    ["FLAGGED_FIRST", true, false],
    ["AFTER", true, true],
  ] as const)("in mode %s: %s without, %s with something to look at twice", (mode, without, withFlag) => {
    expect(isPublishedAtOnce(mode, clean)).toBe(without);
    expect(isPublishedAtOnce(mode, { ...clean, isFlagged: true })).toBe(withFlag);
  });

  it("never with personal data or a link of phishing", () => {
    for (const mode of reviewModes) {
      expect(isPublishedAtOnce(mode, { isFlagged: true, mustBeReadFirst: true })).toBe(false);
    }
  });
});
