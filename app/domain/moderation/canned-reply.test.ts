import { describe, expect, it } from "vitest";
import { fillPlaceholders, hasUnknownPlaceholder, usedFrom, usedValue, withReply } from "./canned-reply.ts";
import { replySchema } from "./reasons.schema.ts";

const values = {
  受付番号: "R8-0042",
  題名: "{テーマ}と$&",
  テーマ: "協働の推進",
  担当: "行革担当",
  電話番号: "0144-32-6169",
};

describe("placeholders", () => {
  it("are filled once, also in full-width braces, and other braces stay", () => {
    expect(fillPlaceholders("{受付番号}「｛題名｝」{担当}へ {何か}", values)).toBe(
      "R8-0042「{テーマ}と$&」行革担当へ {何か}",
    );
  });

  it.each([
    ["{受付番号}と{電話番号}", false],
    ["かっこのない文", false],
    ["{回答期限}までに", true],
    ["{題名", true],
    ["題名｝", true],
    ["{{題名}}", true],
  ])("%s is refused: %s", (text, refused) => {
    expect(hasUnknownPlaceholder(text)).toBe(refused);
  });
});

describe("a canned reply put into words", () => {
  it("stands after what was typed, which stays", () => {
    expect(withReply("", "文")).toBe("文");
    expect(withReply(" \n", "文")).toBe("文");
    expect(withReply("書いたこと。\n", "文")).toBe("書いたこと。\n\n文");
  });

  it("is remembered with its version, once, and nothing else is read into it", () => {
    const id = "0b5e4b0e-5f0a-4a54-8f0f-6a4a3f1d2c3b";
    const used = [{ id, version: 3 }];
    expect(usedFrom(usedValue([...used, ...used]))).toEqual(used);
    expect(usedFrom(undefined)).toEqual([]);
    expect(usedFrom(`x ${id} ${id}.0 ${id}.-1 'or 1=1`)).toEqual([]);
  });
});

describe("the form of a canned reply", () => {
  const fields = { decision: "RETURN", reasonKey: "", title: " 名前 ", "text.ja": "文", isActive: "on" };

  it("needs Japanese words only", () => {
    expect(replySchema.parse(fields)).toEqual({
      decision: "RETURN",
      reasonKey: null,
      title: "名前",
      text: { ja: "文", easy: "", en: "" },
      isActive: true,
    });
  });

  it("names what is wrong where it is", () => {
    const result = replySchema.safeParse({
      ...fields,
      decision: "APPROVE",
      title: "",
      "text.ja": " ",
      "text.en": "{x}",
    });
    expect(result.error?.issues.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      "decision: choose",
      "title: required",
      "text.ja: required",
      "text.en: unknownPlaceholder",
    ]);
  });
});
