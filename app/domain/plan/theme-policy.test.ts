import { describe, expect, it } from "vitest";
import {
  type ConfirmedFacts,
  isAskedToConfirm,
  isPublishedAtOnce,
  isPublishedOnConfirmation,
  readingTimeOf,
  reviewModes,
  type SentItem,
} from "./theme-policy.ts";

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

describe("what its author confirms to have sent", () => {
  const theme = { reviewMode: "BEFORE", publishesTrusted: true } as const;
  const sent: SentItem = { kind: "IDEA", isOwn: true, review: "PENDING", version: 1, theme };
  const trusted: ConfirmedFacts = {
    isTrusted: true,
    isFlagged: false,
    mustBeReadFirst: false,
    isAtWork: false,
    canBeSeen: true,
  };

  it.each<[string, Partial<SentItem>, boolean]>([
    ["an idea", {}, true],
    ["a comment", { kind: "COMMENT" }, true],
    ["a company's offer", { kind: "PARTNERSHIP" }, false],
    ["an inquiry", { kind: "INQUIRY", review: "NOT_PUBLIC", theme: null }, false],
    ["what staff typed in or split off", { isOwn: false }, false],
    ["what its author revised, or the office touched", { version: 2 }, false],
    ["a published one", { review: "PUBLISHED" }, false],
    ["a returned one", { review: "RETURNED" }, false],
    ["a declined one", { review: "DECLINED" }, false],
    ["a withdrawn one", { review: "WITHDRAWN" }, false],
    ["where the theme does not say so", { theme: { ...theme, publishesTrusted: false } }, false],
    ["where only what is flagged waits", { theme: { ...theme, reviewMode: "FLAGGED_FIRST" } }, false],
    ["where everything is public at once", { theme: { ...theme, reviewMode: "AFTER" } }, false],
  ])("%s", (_what, changes, expected) => {
    const item = { ...sent, ...changes };
    expect(isAskedToConfirm(item)).toBe(expected);
    expect(isPublishedOnConfirmation(item, trusted)).toBe(expected);
  });

  it.each<[string, Partial<ConfirmedFacts>]>([
    ["from somebody who is not trusted", { isTrusted: false }],
    ["with something to look at twice", { isFlagged: true }],
    ["with what must be read first", { mustBeReadFirst: true }],
    ["that somebody of the office has open", { isAtWork: true }],
    ["under something that is not public", { canBeSeen: false }],
  ])("%s is asked for alike, and waits", (_what, changes) => {
    expect(isPublishedOnConfirmation(sent, { ...trusted, ...changes })).toBe(false);
  });

  it("is said of a theme only where it can come true", () => {
    expect(readingTimeOf(theme)).toBe("UNLESS_TRUSTED");
    for (const reviewMode of reviewModes) {
      expect(readingTimeOf({ reviewMode, publishesTrusted: false })).toBe(reviewMode);
    }
    expect(readingTimeOf({ ...theme, reviewMode: "AFTER" })).toBe("AFTER");
  });
});
