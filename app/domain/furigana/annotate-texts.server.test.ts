import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { open } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { closeDictionary, tokenize } from "#app/platform/dictionary/dictionary.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { annotateTexts, tryReading } from "./annotate-texts.server.ts";
import { clearAnnotatedTexts } from "./clear-annotated-texts.server.ts";
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

  it("shows at once on the desk what a word of the city does, and keeps nothing of what is tried", async () => {
    expect(line(await tryReading("協働の推進"))).toBe("協働の推進(すいしん)");
    await addTerm("協働", "きょうどう");
    expect(line(await tryReading("協働の推進"))).toBe("協働(きょうどう)の推進(すいしん)");
    expect(await tryReading("かなだけ")).toEqual(["かなだけ"]);
    expect(await db().annotatedText.count()).toBe(0);
  });
});

describe("readings that were found", () => {
  it("are stored once for a text, and open for nobody who does not have it", async () => {
    const text = "公園の草刈りを手伝います。";
    const found = await annotateTexts([text, text, "かな"], "database");
    expect([...found.keys()]).toEqual([text]);
    const rows = await db().annotatedText.findMany();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/公園|草|こうえん|くさ|か/);
    expect(() => open(rows[0]?.sealed ?? "", "furigana:公園")).toThrow();
    await annotateTexts([text], "database");
    expect(await db().annotatedText.count()).toBe(1);
  });

  it("are taken from the database where another process read the text", async () => {
    const text = "古い橋を直します。";
    await annotateTexts([text], "database");
    vi.resetModules();
    vi.doMock("#app/platform/dictionary/dictionary.server.ts", () => ({
      tokenize: () => Promise.reject(new Error("read a second time")),
      NoDictionary: class extends Error {},
    }));
    try {
      const other = await import("./annotate-texts.server.ts");
      expect(line((await other.annotateTexts([text], "database")).get(text))).toContain("橋(はし)");
      await expect(other.annotateTexts(["新しい橋"], "database")).rejects.toThrow("read a second time");
    } finally {
      vi.doUnmock("#app/platform/dictionary/dictionary.server.ts");
    }
  });

  it("are not stored of what is asked for with a query, nor of what one person alone may read", async () => {
    await annotateTexts(["検索した言葉"], "memory");
    await annotateTexts(["一人だけが読む文章"], "nothing");
    expect(await db().annotatedText.count()).toBe(0);
  });

  it("are read anew where a word of the glossary changed, and only there", async () => {
    const [about, other] = ["拓勇の町内会です。", "沼の近くの町内会です。"];
    await annotateTexts([about, other], "database");
    await addTerm("拓勇", "たくゆう");
    const found = await annotateTexts([about, other], "database");
    expect(line(found.get(about))).toContain("拓勇(たくゆう)");
    expect(await db().annotatedText.count()).toBe(3);
  });

  it("are cleared after 90 days", async () => {
    await annotateTexts(["道路の穴を直します。", "街灯を直します。"], "database");
    const day = 24 * 60 * 60_000;
    const [row] = await db().annotatedText.findMany();
    await db().annotatedText.updateMany({ data: { createdAt: new Date(noon.getTime() - 89 * day) } });
    await db().annotatedText.update({
      where: { hash: row?.hash ?? "" },
      data: { createdAt: new Date(noon.getTime() - 91 * day) },
    });
    expect(await clearAnnotatedTexts(noon)).toBe(1);
    expect(await db().annotatedText.count()).toBe(1);
  });
});
