import { describe, expect, it } from "vitest";
import { missingOf, onlyAsked } from "./asked-fields.ts";

const empty = { expectedEffect: null, area: null };
const full = { expectedEffect: "待ち時間が減る", area: "沼ノ端" };

describe("what a theme asks for in an idea", () => {
  it("must be there if it is required", () => {
    expect(missingOf({ expectedEffect: "REQUIRED", area: "OPTIONAL" }, empty)).toEqual({
      expectedEffect: ["required"],
    });
    expect(missingOf({ expectedEffect: "REQUIRED", area: "REQUIRED" }, full)).toEqual({});
    expect(missingOf({ expectedEffect: "OPTIONAL", area: "HIDDEN" }, empty)).toEqual({});
  });

  it("is left out if it is not asked for", () => {
    expect(onlyAsked({ expectedEffect: "OPTIONAL", area: "HIDDEN" }, { ...full, title: "題" })).toEqual({
      expectedEffect: full.expectedEffect,
      area: null,
      title: "題",
    });
  });
});
