import { describe, expect, it } from "vitest";
import { forRandom } from "#tests/support/random.ts";
import { digitsOf, normalizePhone } from "./phone-number.ts";

describe("normalizePhone", () => {
  it.each([
    ["0144-32-6169", "0144-32-6169"],
    ["０１４４－３２－６１６９", "0144-32-6169"],
    ["0144ー32ー6169", "0144-32-6169"],
    ["0144−32–6169", "0144-32-6169"],
    ["0144(32)6169", "0144-32-6169"],
    ["（0144）32-6169", "0144-32-6169"],
    ["0144 32 6169", "0144-32-6169"],
    ["0144.32.6169", "0144-32-6169"],
    [" 0144326169\u3000", "0144326169"],
    ["090-0000-0000", "090-0000-0000"],
    ["09000000000", "09000000000"],
    ["050-0000-0000", "050-0000-0000"],
    ["0800-000-0000", "0800-000-0000"],
    ["0120-000-000", "0120-000-000"],
    ["+81-144-32-6169", "0144-32-6169"],
    ["+81 90 0000 0000", "090-0000-0000"],
    ["+81(0)144-32-6169", "0144-32-6169"],
    ["+81 0144-32-6169", "0144-32-6169"],
    ["＋８１１４４３２６１６９", "0144326169"],
    ["0081 144 32 6169", "0144-32-6169"],
    ["0144\u200B-32-6169", "0144-32-6169"],
  ])("reads %s as %s", (typed, expected) => {
    expect(normalizePhone(typed)).toBe(expected);
  });

  it.each([
    "",
    "-",
    "32-6169",
    "0144-32-616",
    "0144-32-61690",
    "0144-32-6169 内線1",
    "0144-32-6169\n0144-32-6169",
    "1144-32-6169",
    "00-1234-5678",
    "012-0000-00000",
    "+1 202 555 0100",
    "なし",
    "(".repeat(50),
    "0144-32-6169; 1",
    "0".repeat(10_000),
  ])("does not take %s for a number", (typed) => {
    expect(normalizePhone(typed)).toBeNull();
  });

  it("gives every number back however it was grouped, and its own result unchanged", () => {
    forRandom(500, (random) => {
      const digits = `0${random.integer(9) + 1}${random.integer(100_000_000).toString().padStart(8, "0")}`;
      const first = 2 + random.integer(3);
      const second = first + 1 + random.integer(4);
      const [open, close] = random.pick([
        ["-", "-"],
        ["(", ")"],
        [" ", " "],
        ["ー", "−"],
        ["．", "．"],
      ] as const);
      const typed = digits.slice(0, first) + open + digits.slice(first, second) + close + digits.slice(second);
      const result = normalizePhone(typed) ?? "";
      expect([typed, digitsOf(result)]).toEqual([typed, digits]);
      expect(normalizePhone(result)).toBe(result);
      expect(normalizePhone(`+81${result.slice(1)}`)).toBe(result);
    });
  });
});
