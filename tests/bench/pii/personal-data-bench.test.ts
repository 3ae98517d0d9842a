import { describe, expect, it } from "vitest";
import { type LabelledText, readCorpus } from "./corpus.ts";
import { belowFloors, measure } from "./measure.ts";
import { publishedPhones } from "./published-phones.ts";

describe("personal data in the labelled corpus", () => {
  it.each(["tuning", "holdout"] as const)("is found as reliably as promised: %s", (part) => {
    expect(belowFloors(measure(readCorpus(part), publishedPhones))).toEqual([]);
  });

  it("is measured on enough texts, each once", () => {
    const texts = [...readCorpus("tuning"), ...readCorpus("holdout")].map(({ text }) => text);
    expect(texts.length).toBeGreaterThanOrEqual(600);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("counts a piece as found at its exact range only, and says what is below a floor", () => {
    const text = "電話は090-0000-0000です";
    const one = (start: number, end: number): LabelledText[] => [
      { text, pieces: [{ kind: "PHONE", certain: true, start, end }] },
    ];
    expect(measure(one(3, 16), []).levels.high).toMatchObject({
      found: 1,
      missed: 0,
      false: 0,
      precision: 1,
      recall: 1,
    });
    const shifted = measure(one(3, 15), []);
    expect(shifted.levels.high).toMatchObject({ found: 0, missed: 1, false: 1, precision: 0, recall: 0 });
    expect(belowFloors(shifted)).toContain("high: recall 0.000 is below 0.98");
    expect(shifted.differences).toEqual([
      `missed PHONE 090-0000-000 in ${text}`,
      `false PHONE (high) 090-0000-0000 in ${text}`,
    ]);
  });
});
