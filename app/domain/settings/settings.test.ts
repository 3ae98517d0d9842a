import { describe, expect, it } from "vitest";
import { defaultSettings, phoneSchema, settingsFrom, settingsSchema } from "./settings.ts";

describe("settings", () => {
  it("has defaults that satisfy its own schema", () => {
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  });

  it("takes stored values over the defaults and ignores unknown keys", () => {
    const settings = settingsFrom([
      { key: "approvalByAnotherPerson", value: false },
      { key: "somethingOld", value: 1 },
    ]);
    expect(settings).toEqual({ ...defaultSettings, approvalByAnotherPerson: false });
  });

  it("falls back to the default for a stored value that no longer parses", () => {
    expect(settingsFrom([{ key: "reviewDays", value: { IDEA: 0 } }]).reviewDays).toEqual(defaultSettings.reviewDays);
  });

  it("refuses promises of no days, of fractions and of more than sixty days", () => {
    for (const days of [0, -1, 1.5, 61, "abc", Number.NaN]) {
      expect(settingsSchema.shape.answerDays.safeParse({ ...defaultSettings.answerDays, IDEA: days }).success).toBe(
        false,
      );
    }
  });
});

describe("phoneSchema", () => {
  it("folds full-width digits and every kind of dash", () => {
    for (const typed of ["0144-32-6169", "0144-32-6169", "0144ー32ー6169", " 0144−32‐6169 "]) {
      expect(phoneSchema.parse(typed)).toBe("0144-32-6169");
    }
  });

  it("refuses what cannot be dialled in Japan", () => {
    for (const typed of [
      "",
      "0144326169",
      "0144-326169",
      "144-32-6169",
      "0144-32-616",
      "0144-32-616a",
      "javascript:1",
    ]) {
      expect(phoneSchema.safeParse(typed).success).toBe(false);
    }
  });
});
