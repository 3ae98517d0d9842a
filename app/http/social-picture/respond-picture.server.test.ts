import { afterAll, describe, expect, it, vi } from "vitest";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { stopDrawing } from "#app/platform/pictures/picture-drawer.server.ts";
import type { Card } from "./card-node.server.ts";
import { respondPicture } from "./respond-picture.server.ts";

const card = (title: string, more: Partial<Card> = {}): Card => ({
  siteName: "創革ひろば",
  cityName: "苫小牧市",
  label: "市民の提案",
  outcome: null,
  title,
  fallbackTitle: "受付番号R8-0001の提案",
  about: "テーマⅢ 協働の推進 R8-0001",
  illustration: "together",
  ...more,
});
const ask = (of: Card, headers: Record<string, string> = {}) =>
  respondPicture(new Request("http://localhost/og/ja/proposals/R8-0001", { headers }), async () => of);
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe("the picture of a card", { timeout: 120_000 }, () => {
  afterAll(stopDrawing);

  it("is a PNG of 1200 by 630 that may be asked for again at no cost", async () => {
    const first = await ask(card("公園にベンチを"));
    expect(first.status).toBe(200);
    expect(first.headers.get("content-type")).toBe("image/png");
    const png = await bytes(first);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(200_000);
    const etag = first.headers.get("etag") ?? "";
    const again = await ask(card("公園にベンチを"), { "If-None-Match": etag });
    expect([again.status, (await bytes(again)).length]).toEqual([304, 0]);
    expect((await bytes(await ask(card("公園にベンチを")))).equals(png)).toBe(true);
  });

  it("changes with the title and with the outcome", async () => {
    const cards = [card("甲の提案"), card("乙の提案"), card("甲の提案", { outcome: "回答: 実施します" })];
    const tags = await Promise.all(cards.map(async (one) => (await ask(one)).headers.get("etag")));
    expect(new Set(tags).size).toBe(3);
  });

  it.each([
    "髙﨑𠮷さんの窓口",
    "👨‍👩‍👧🎉",
    "مرحبا بالعالم",
    "あいうえお".repeat(40),
    "<svg onload=alert(1)>&amp;",
    "\u0000\u202e\ufffd",
    "",
  ])("is drawn whatever the title is: %j", async (title) => {
    expect((await ask(card(title, { illustration: "nobody drew this" }))).status).toBe(200);
  });

  it("is drawn once for all who ask at the same time, and refused only while too much waits", async () => {
    const same = await Promise.all(Array.from({ length: 60 }, () => ask(card("みんなが同時に見る提案"))));
    expect(new Set(same.map(({ status }) => status))).toEqual(new Set([200]));
    const many = Array.from({ length: 60 }, (_, index) => ask(card(`別の提案${index}`)).catch(() => "stopped"));
    const refused = await Promise.all(many.slice(50));
    await stopDrawing();
    await Promise.all(many);
    for (const answer of refused) {
      if (!(answer instanceof Response)) throw new Error("waited instead of being refused");
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "30"]);
    }
    expect((await ask(card("止めたあとの提案"))).status).toBe(200);
  });

  it("is not tried again for ten minutes where drawing failed", async () => {
    const start = performance.now();
    const minutesLater = (minutes: number) => vi.spyOn(performance, "now").mockReturnValue(start + minutes * 60_000);
    const failing = card("途中で止まる絵");
    let failure: unknown;
    const first = ask(failing).catch((error: unknown) => {
      failure = error;
    });
    const afterStop = async () => {
      await stopDrawing();
      return failure;
    };
    await expect.poll(afterStop, { interval: 1 }).toBeInstanceOf(Error);
    await first;
    minutesLater(9);
    await expect(ask(failing)).rejects.toBe(failure);
    expect((await ask(card("ほかの絵"))).status).toBe(200);
    minutesLater(11);
    expect((await ask(failing)).status).toBe(200);
  });

  it("is an empty answer for what is not there, kept by nobody", async () => {
    const answer = await respondPicture(new Request("http://localhost/og/ja/proposals/R8-9999"), async () => {
      throw notFound();
    });
    expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([404, "", "no-store"]);
  });
});
