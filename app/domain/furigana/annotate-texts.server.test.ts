import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDictionary, tokenize } from "#app/platform/dictionary/dictionary.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { databaseDigest } from "#tests/support/database-digest.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { annotateTexts, type Keep, tryReading } from "./annotate-texts.server.ts";
import { saveTerm } from "./commands/save-term.server.ts";
import type { Part } from "./furigana.ts";

useDatabase();
// loading may take longer on a busy machine than a page would wait
beforeAll(async () => void (await tokenize(["。"], 50_000)));
afterAll(closeDictionary);

const moderator = as(staff("MODERATOR"));
const addTerm = (term: string, reading: string) => saveTerm(moderator, { id: null }, { term, reading, note: "" });
const line = (parts: readonly Part[] | null | undefined) =>
  parts?.map((part) => (typeof part === "string" ? part : `${part[0]}(${part[1]})`)).join("");

describe("the dictionary with the glossary", () => {
  it.each([
    ["窓口で受け付けています。", "窓口(まどぐち)で受(う)け付(つ)けています。"],
    ["令和8年(2026年)11月22日(日)", "令和8年(ねん)(2026年(ねん))11月(がつ)22日(にち)(日(にち))"],
    ["樽前山と支笏湖", "樽前山(たるまえさん)と支笏湖(しこつこ)"],
    ["毎日新しい日新町", "毎日(まいにち)新(あたら)しい日新(にっしん)町"],
    ["3人と1人、25日以内、10日", "3人(にん)と1人、25日(にち)以内(いない)、10日"],
    ["お住まいの方は、市役所へ行ってください", "お住(す)まいの方は、市役所(しやくしょ)へ行ってください"],
    ["人々の取組、時々の聞き取り", "人々(ひとびと)の取組(とりくみ)、時々(ときどき)の聞(き)き取(と)り"],
    ["ICT &amp; データ 100%", "ICT &amp; データ 100%"],
  ])("reads %s", async (text, expected) => {
    await addTerm("樽前山", "たるまえさん");
    await addTerm("日新", "にっしん");
    const found = await annotateTexts([text], "nothing");
    expect(line(found.get(text)) ?? text).toBe(expected);
  });

  it("shows at once on the desk what a word of the city does", async () => {
    expect(line(await tryReading("協働の推進"))).toBe("協働の推進(すいしん)");
    await addTerm("協働", "きょうどう");
    expect(line(await tryReading("協働の推進"))).toBe("協働(きょうどう)の推進(すいしん)");
    expect(await tryReading("かなだけ")).toEqual(["かなだけ"]);
  });
});

describe("readings that were found", () => {
  it("leave nothing in the database, whoever may read the text: what is taken off the site is gone there", async () => {
    const before = await databaseDigest();
    await annotateTexts(["公園の草刈りを手伝います。", "かな"], "memory");
    await annotateTexts(["一人だけが読む文章"], "nothing");
    expect(await databaseDigest()).toEqual(before);
  });

  it("are remembered of what everybody may read, and of nothing else", async () => {
    const read = async (text: string, keep: Keep) => (await annotateTexts([text, text, "かな"], keep)).get(text);
    const shown = await read("古い橋を直します。", "memory");
    expect(line(shown)).toContain("橋(はし)");
    expect(await read("古い橋を直します。", "memory")).toBe(shown);
    const hidden = await read("一人だけが読む橋", "nothing");
    expect(line(hidden)).toContain("橋(はし)");
    expect(await read("一人だけが読む橋", "nothing")).not.toBe(hidden);
  });

  it("are read anew where a word of the glossary changed, and only there", async () => {
    const [about, other] = ["拓勇の町内会です。", "沼の近くの町内会です。"];
    const before = await annotateTexts([about, other], "memory");
    await addTerm("拓勇", "たくゆう");
    const found = await annotateTexts([about, other], "memory");
    expect(line(found.get(about))).toContain("拓勇(たくゆう)");
    expect(found.get(other)).toBe(before.get(other));
  });
});
