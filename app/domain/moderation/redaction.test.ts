import { describe, expect, it } from "vitest";
import { findPersonalData, personalDataKinds } from "#app/domain/shared/personal-data.ts";
import { forRandom } from "#tests/support/random.ts";
import { hiddenWordsLimit, hideValue, redactionSchema } from "./moderation.schema.ts";
import { hideEverywhere, labelOf, type PublicTexts, redact, redactionLabels, redactionWords } from "./redaction.ts";

const none = { ranges: [], words: null };

function redactedBody(body: string, ...ranges: [number, number, (typeof redactionLabels)[number]][]) {
  const result = redact(
    { body },
    { ranges: ranges.map(([start, end, label]) => ({ field: "body" as const, start, end, label })), words: null },
  );
  return "problem" in result ? result.problem : result.redacted.get("body");
}

describe("redact", () => {
  it("puts a label in place of each range and says where it stands and what it hid", () => {
    const body = "電話は090-0000-0000、メールはa@example.jpです。";
    const redacted = redactedBody(body, [21, 33, "EMAIL"], [3, 16, "PHONE"]);
    expect(redacted).toEqual({
      text: "電話は〔電話番号〕、メールは〔メールアドレス〕です。",
      labels: [
        { start: 3, end: 9 },
        { start: 14, end: 23 },
      ],
      hidden: [
        { text: "090-0000-0000", label: "PHONE" },
        { text: "a@example.jp", label: "EMAIL" },
      ],
    });
  });

  it("counts as pages do where emoji and rare kanji stand before, and never leaves half a character", () => {
    expect(redactedBody("👪𠮷野は090-0000-0000", [6, 19, "PHONE"])).toMatchObject({ text: "👪𠮷野は〔電話番号〕" });
    // the cut goes through the pair of 𠮷, through a joined family and between か and its mark
    expect(redactedBody("𠮷野です", [1, 3, "NAME"])).toMatchObject({ text: "〔氏名〕です" });
    expect(redactedBody("家族👨‍👩‍👧です", [2, 4, "OTHER"])).toMatchObject({ text: "家族〔個人情報〕です" });
    expect(redactedBody("か\u3099さん", [0, 1, "NAME"])).toMatchObject({ text: "〔氏名〕さん" });
  });

  it("makes one of ranges that overlap, labelled by what they agree on", () => {
    expect(redactedBody("0123456789", [2, 5, "PHONE"], [4, 8, "PHONE"])).toMatchObject({ text: "01〔電話番号〕89" });
    expect(redactedBody("0123456789", [2, 8, "PHONE"], [4, 6, "CARD"])).toMatchObject({ text: "01〔個人情報〕89" });
    expect(redactedBody("0123456789", [2, 5, "PHONE"], [5, 8, "CARD"])).toMatchObject({
      text: "01〔電話番号〕〔カード番号〕89",
    });
  });

  it("hides words wherever they stand, in every field, besides the ranges", () => {
    const texts: PublicTexts = {
      title: "見本太郎の提案",
      body: "見本太郎です。見本太郎と申します。電話12-0000",
      area: null,
    };
    const result = redact(texts, {
      ranges: [{ field: "body", start: 19, end: 26, label: "PHONE" }],
      words: { text: "見本太郎", label: "NAME" },
    });
    if ("problem" in result) throw new Error(result.problem);
    expect([...result.redacted].map(([field, { text }]) => [field, text])).toEqual([
      ["title", "〔氏名〕の提案"],
      ["body", "〔氏名〕です。〔氏名〕と申します。電話〔電話番号〕"],
    ]);
  });

  it.each([
    [[0, 6, "PHONE"]],
    [[-1, 2, "PHONE"]],
    [[2, 2, "PHONE"]],
    [[3, 2, "PHONE"]],
    [[0.5, 2, "PHONE"]],
    [[0, Number.NaN, "PHONE"]],
  ] as [[number, number, "PHONE"]][])("refuses a range that is none in the text: %j", (range) => {
    expect(redactedBody("01234", range)).toBe("choose");
  });

  it("refuses a field without text, words that stand nowhere, and nothing at all", () => {
    const range = { field: "area" as const, start: 0, end: 1, label: "ADDRESS" as const };
    expect(redact({ body: "本文", area: null }, { ranges: [range], words: null })).toEqual({ problem: "choose" });
    expect(redact({ body: "本文" }, { ranges: [], words: { text: "ない", label: "OTHER" } })).toEqual({
      problem: "notInText",
    });
    expect(redact({ body: "本文" }, none)).toEqual({ problem: "nothingToHide" });
  });

  it("leaves nothing of what was found, whatever stands around it", () => {
    const pieces = ["090-0000-0000", "ａ＠example.jp", "見本町4丁目5番6号", "〒053-0000"];
    forRandom(500, (random) => {
      const body = Array.from({ length: 3 }, () => random.text("あ。\n👪髙か\u3099- (", 6) + random.pick(pieces)).join(
        "、",
      );
      const ranges = findPersonalData(body).map(({ start, end, kind }) => ({
        field: "body" as const,
        start,
        end,
        label: labelOf(kind),
      }));
      const result = redact({ body }, { ranges, words: null });
      if ("problem" in result) throw new Error(result.problem);
      const { text = "", labels = [], hidden = [] } = result.redacted.get("body") ?? {};
      expect(text.isWellFormed()).toBe(true);
      expect(findPersonalData(text)).toEqual([]);
      expect(labels.map(({ start, end }) => text.slice(start, end))).toEqual(
        hidden.map(({ label }) => redactionWords[label]),
      );
    });
  });

  it("has a label for every kind of finding", () => {
    for (const kind of personalDataKinds) expect(redactionLabels).toContain(labelOf(kind));
  });
});

describe("hideEverywhere", () => {
  it("hides the longest piece first, signs of patterns included, and does not look into its own labels", () => {
    const hidden = [
      { text: "見本", label: "NAME" },
      { text: "見本町1-2", label: "ADDRESS" },
      { text: "a+b(c)@example.jp", label: "EMAIL" },
      { text: "住所", label: "OTHER" },
    ] as const;
    expect(hideEverywhere("見本町1-2の見本、a+b(c)@example.jp", hidden)).toBe("〔住所〕の〔氏名〕、〔メールアドレス〕");
  });

  it("does not hide a single character everywhere", () => {
    expect(hideEverywhere("見本の見", [{ text: "見", label: "NAME" }])).toBe("見本の見");
    expect(hideEverywhere("見本", [])).toBe("見本");
  });
});

describe("the form of hiding", () => {
  const range = { field: "body", start: 3, end: 16, label: "PHONE" } as const;

  it("reads the ticked findings and the typed words", () => {
    expect(
      redactionSchema.parse({
        act: "redact",
        version: "2",
        "hide.0": hideValue(range),
        words: " 見本太郎\r\n",
        label: "NAME",
      }),
    ).toEqual({ version: 2, ranges: [range], words: { text: "見本太郎", label: "NAME" } });
    expect(redactionSchema.parse({ version: "1", words: " " })).toEqual({ version: 1, ...none });
  });

  it.each([
    [{ "hide.0": "body.3.16.SECRET" }, "hide"],
    [{ "hide.0": "reporter.3.16.PHONE" }, "hide"],
    [{ "hide.0": "body.-3.16.PHONE" }, "hide"],
    [{ words: "見本", label: "toString" }, "label"],
    [{ words: "あ".repeat(hiddenWordsLimit + 1) }, "words"],
    [{ version: "x" }, "version"],
  ] as [Record<string, string>, string][])("refuses %j", (fields, path) => {
    const result = redactionSchema.safeParse({ version: "1", ...fields });
    expect(result.error?.issues.map((issue) => issue.path)).toEqual([[path]]);
  });
});
