import { describe, expect, it } from "vitest";
import { z } from "zod";
import { localizedFields, localizedFrom, localizedValues } from "./localized-fields.ts";

const schema = z
  .object(localizedFields("title", 10))
  .transform((values) => ({ title: localizedFrom(values, "title") }));
const title = { ja: "協働", easy: "いっしょに", en: "Together" };

describe("localizedFields", () => {
  it("makes three flat fields of a text and puts them together again", () => {
    expect(schema.parse(localizedValues("title", title))).toEqual({ title });
  });

  it("names the field that is missing, blank or too long", () => {
    for (const [value, message] of [
      [undefined, "required"],
      [" \n", "required"],
      ["x".repeat(11), "tooLong"],
    ] as const) {
      const result = schema.safeParse({ ...localizedValues("title", title), "title.easy": value });
      expect(result.error?.issues).toMatchObject([{ path: ["title.easy"], message }]);
    }
  });

  it("stores line ends as one kind and drops control characters", () => {
    expect(schema.parse({ ...localizedValues("title", title), "title.en": "a\r\nb\u0000" }).title.en).toBe("a\nb");
  });
});

describe("localizedValues", () => {
  it("fills a language that is missing with nothing", () => {
    expect(localizedValues("x", { ja: "あ" })).toEqual({ "x.ja": "あ", "x.easy": "", "x.en": "" });
  });
});
