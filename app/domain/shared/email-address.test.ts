import { describe, expect, it } from "vitest";
import { forRandom } from "#tests/support/random.ts";
import { maskEmail, normalizeEmail } from "./email-address.ts";

describe("normalizeEmail", () => {
  it.each([
    ["a.b@example.com", "a.b@example.com"],
    ["  A.B@Example.COM\n", "A.B@example.com"],
    ["ａ．ｂ＠ｅｘａｍｐｌｅ．ｃｏｍ", "a.b@example.com"],
    ["a@example。com", "a@example.com"],
    ["a@gyosei.tomakomai.example", "a@gyosei.tomakomai.example"],
    ["a+tag@example.com", "a+tag@example.com"],
    ["o'x@example.com", "o'x@example.com"],
    ["a..b.@example.com", "a..b.@example.com"],
    ["a@xn--r8jz45g.xn--zckzah", "a@xn--r8jz45g.xn--zckzah"],
    ["a\u200B@example.com\uFEFF", "a@example.com"],
    [`${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
  ])("reads %j as %s", (typed, expected) => {
    expect(normalizeEmail(typed)).toBe(expected);
  });

  it.each([
    "",
    "@",
    "a",
    "a@",
    "@example.com",
    "a@example",
    "a@@example.com",
    "a b@example.com",
    "a@exam ple.com",
    "a@example..com",
    "a@.example.com",
    "a@example.com.",
    "a@-example.com",
    "a@example-.com",
    "a@example.c",
    "a@192.0.2.1",
    "a@[192.0.2.1]",
    '"a b"@example.com',
    "見本@example.com",
    "a@日本語.example",
    "a@example.com, b@example.com",
    "<a@example.com>",
    "見本 <a@example.com>",
    "a@example.com\r\nBcc: b@example.com",
    "a\r\nX: 1@example.com",
    "a\0@example.com",
    `${"a".repeat(65)}@example.com`,
    `a@${"b".repeat(64)}.com`,
    `${"a".repeat(64)}@${`${"b".repeat(60)}.`.repeat(4)}com`,
    "a@".repeat(10_000),
  ])("refuses %j", (typed) => {
    expect(normalizeEmail(typed)).toBeNull();
  });

  it("gives printable ASCII with one @, and its own result unchanged, or nothing", () => {
    let accepted = 0;
    forRandom(5_000, (random) => {
      const typed =
        random.text('ab1.@@-_+＠ａ。\r\n <>"\u0000é', 12) + random.pick(["", "@example.com", "＠Example．Com"]);
      const result = normalizeEmail(typed);
      if (result === null) return;
      accepted += 1;
      expect(result).toMatch(/^[!-?A-~]+@[!-?A-~]+$/);
      expect(result.length).toBeLessThanOrEqual(254);
      expect(normalizeEmail(result)).toBe(result);
    });
    expect(accepted).toBeGreaterThan(50);
  });
});

describe("maskEmail", () => {
  it("shows the first letter and the domain, and not how long the rest is", () => {
    expect(maskEmail("a.b@example.com")).toBe("a***@example.com");
    expect(maskEmail("a@example.com")).toBe("a***@example.com");
    expect(maskEmail("abcdefghijk@example.com")).toBe("a***@example.com");
    expect(maskEmail("no address")).toBe("***");
  });
});
