import { describe, expect, it } from "vitest";
import { changedFields } from "./changed-fields.ts";

describe("changedFields", () => {
  it("names what differs, before and after", () => {
    expect(changedFields({ a: 1, b: "x", c: null }, { a: 2, b: "x", c: "y" })).toEqual({
      a: { before: 1, after: 2 },
      c: { before: null, after: "y" },
    });
  });

  it("does not mind the order of keys inside a text in three languages", () => {
    expect(changedFields({ name: { ja: "あ", en: "a" } }, { name: { en: "a", ja: "あ" } })).toEqual({});
  });

  it("sees a change in one language and in a list", () => {
    const before = { name: { ja: "あ", en: "a" }, ids: ["1", "2"] };
    const after = { name: { ja: "あ", en: "b" }, ids: ["2", "1"] };
    expect(Object.keys(changedFields(before, after))).toEqual(["name", "ids"]);
  });
});
