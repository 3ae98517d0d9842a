import { describe, expect, it } from "vitest";
import {
  defaultDisplay,
  displayCookieText,
  displayFrom,
  displayOf,
  displayValue,
  looks,
  textSizes,
} from "./display.ts";

describe("the display somebody chose", () => {
  it("comes back as it was written, for every choice there is", () => {
    const values = new Set<string>();
    for (const look of [null, ...looks]) {
      for (const size of textSizes) {
        for (const furigana of [true, false]) {
          const value = displayValue({ look, size, furigana });
          values.add(value);
          expect(displayFrom(value)).toEqual({ look, size, furigana });
        }
      }
    }
    expect(values.size).toBe((looks.length + 1) * textSizes.length * 2);
  });

  it("is a cookie for a year, and none where it is what everybody gets", () => {
    expect(displayCookieText({ look: "dark", size: 150, furigana: true }, true)).toBe(
      "hiroba_display=dark-150-furigana; Path=/; SameSite=Lax; Max-Age=31536000; Secure",
    );
    expect(displayCookieText(defaultDisplay, false)).toBe("hiroba_display=; Path=/; SameSite=Lax; Max-Age=0");
  });

  it("is the default for anything nobody can choose", () => {
    for (const value of [
      undefined,
      "",
      "dark",
      "pink-100",
      "dark-99",
      "dark-100-x",
      "DARK-100",
      "dark-100\n",
      "auto-100--furigana",
    ])
      expect(displayFrom(value), String(value)).toEqual(defaultDisplay);
  });

  it("is found among other cookies, and not in one that only ends alike", () => {
    expect(displayOf("a=1; hiroba_display=dark-150; b=2").look).toBe("dark");
    expect(displayOf("hiroba_display=soft-200-furigana")).toEqual({ look: "soft", size: 200, furigana: true });
    expect(displayOf("not_hiroba_display=dark-150")).toEqual(defaultDisplay);
    expect(displayOf("hiroba_display=soft-100;hiroba_display=dark-100").look).toBe("soft");
    for (const none of [null, undefined, "", "hiroba_display", "hiroba_display="])
      expect(displayOf(none)).toEqual(defaultDisplay);
  });
});
