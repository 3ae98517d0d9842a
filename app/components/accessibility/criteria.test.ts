import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { locales } from "#app/domain/shared/localized-text.ts";
import { addedCriteria, jisCriteria } from "./criteria.ts";

const all = [...jisCriteria, ...addedCriteria];
const ofLevel = (level: string) => (one: { level: string }) => one.level === level;

describe("the table of criteria", () => {
  it("has the 25 and 13 criteria of levels A and AA of JIS X 8341-3:2016, and the 18 that WCAG 2.1 and 2.2 add", () => {
    expect(jisCriteria.filter(ofLevel("A"))).toHaveLength(25);
    expect(jisCriteria.filter(ofLevel("AA"))).toHaveLength(13);
    expect(addedCriteria).toHaveLength(18);
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length);
  });

  it("goes by number and says how each was checked", () => {
    const order = (number: string) => number.split(".").reduce((sum, part) => sum * 100 + Number(part), 0);
    for (const table of [jisCriteria, addedCriteria]) {
      const numbers = table.map(({ number }) => order(number));
      expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    }
    expect(all.filter(({ means }) => means.length === 0)).toEqual([]);
  });

  it("has a remark in every language for each criterion that promises one, and none beside", () => {
    const noted = all.flatMap(({ note }) => note ?? []);
    for (const locale of locales) {
      const { notes } = JSON.parse(readFileSync(`locales/${locale}/accessibility.json`, "utf8"));
      expect([locale, Object.keys(notes).sort()]).toEqual([locale, [...noted].sort()]);
    }
  });
});
