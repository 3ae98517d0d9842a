import { describe, expect, it } from "vitest";
import { forRandom } from "#tests/support/random.ts";
import { parseCorporateNumber } from "./corporate-number.ts";

/** Published numbers of public bodies. */
const published = ["9000020011002", "7000012050002", "8000020130001"];

describe("parseCorporateNumber", () => {
  it("accepts numbers whose check digit fits", () => {
    for (const value of [...published, "1000020012131", "4011001098993", "7123456789012", "2120901007402"]) {
      expect(parseCorporateNumber(value)).toEqual({ kind: "number", value });
    }
  });

  it.each([
    "９００００２００１１００２",
    "9-0000-2001-1002",
    " 9 0000 2001 1002\n",
    "9ー0000−2001‐1002",
    "T9000020011002",
    "ｔ9000020011002",
    "T-9000020011002",
    "9000020011002\u200B",
  ])("reads %s", (typed) => {
    expect(parseCorporateNumber(typed)).toEqual({ kind: "number", value: "9000020011002" });
  });

  it.each(["なし", " なし。", "ナシ", "ﾅｼ", "無し", "無", "none", "None", "ＮＯＮＥ", "N/A", "-", "－"])(
    "takes %s for the statement that there is none",
    (typed) => {
      expect(parseCorporateNumber(typed)).toEqual({ kind: "none" });
    },
  );

  it.each([
    ["", "empty"],
    [" \u3000\n", "empty"],
    ["900002001100", "length"],
    ["90000200110020", "length"],
    ["T", "characters"],
    ["見本法人", "characters"],
    ["9000020011002A", "characters"],
    ["なし9000020011002", "characters"],
    ["9000020011003", "checkDigit"],
    ["0000020011002", "checkDigit"],
    ["9".repeat(100_000), "length"],
  ])("says what is wrong with %j", (typed, reason) => {
    expect(parseCorporateNumber(typed)).toEqual({ kind: "invalid", reason });
  });

  it("accepts exactly one check digit for any base number", () => {
    forRandom(500, (random) => {
      const base = Array.from({ length: 12 }, () => random.integer(10)).join("");
      const fitting = Array.from({ length: 10 }, (_, digit) => `${digit}${base}`).filter(
        (value) => parseCorporateNumber(value).kind === "number",
      );
      expect([base, fitting.length]).toEqual([base, 1]);
      expect(fitting[0]?.startsWith("0")).toBe(false);
    });
  });

  it("notices most single wrong digits: all but the exchange of 0 and 9", () => {
    forRandom(200, (random) => {
      const value = random.pick(published);
      const place = 1 + random.integer(12);
      const digit = Number(value[place]);
      const wrong = random.integer(10);
      const changed = value.slice(0, place) + wrong + value.slice(place + 1);
      const same = (wrong - digit) % 9 === 0;
      expect([changed, parseCorporateNumber(changed).kind]).toEqual([changed, same ? "number" : "invalid"]);
    });
  });
});
