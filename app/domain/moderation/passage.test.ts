import { describe, expect, it } from "vitest";
import { isVerbatim } from "./passage.ts";

const text =
  "窓口の受付を長くしてほしい。\n仕事のあとでは間に合わない。\n\nそれとは別に、公園の草刈りのことです。\n月に一度はお願いします。";

describe("a passage", () => {
  it.each([
    ["公園の草刈りのことです。\n月に一度はお願いします。"],
    ["窓口の受付を長くしてほしい。\n\n\n月に一度はお願いします。 "],
    ["公園の草刈り"],
    ["仕事のあとでは\nそれとは別に、公園の草刈りのことです。\n月に一度はお願い"],
    [text],
  ])("is verbatim: %j", (passage) => {
    expect(isVerbatim(text, passage)).toBe(true);
  });

  it.each([
    [""],
    [" \n "],
    ["公園の草刈りを月に一度お願いします。"],
    ["月に一度はお願いします。\n窓口の受付を長くしてほしい。"],
    ["窓口の受付を長くしてほしい。\n間に合わない。\n月に一度はお願いします。"],
    ["月に一度はお願いします。\n月に一度はお願いします。"],
  ])("is not: %j", (passage) => {
    expect(isVerbatim(text, passage)).toBe(false);
  });
});
