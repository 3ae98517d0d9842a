import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { setClock } from "#app/platform/clock.ts";
import { announceChange, contentGeneration } from "#app/platform/content-changes.server.ts";
import { pool } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { waitFor } from "#tests/support/mail.ts";
import { bestEncoding, type CachedPage, encoded, PageCache } from "./page-cache.ts";

const context: CommandContext = {
  actor: { kind: "system", name: "test" },
  now: new Date("2026-11-22T03:00:00Z"),
  locale: "ja",
};
const page = (text: string, headers: Record<string, string> = { "cache-control": "public, max-age=0" }, status = 200) =>
  new Response(text, { status, headers });
const text = async (answer: CachedPage | Response) =>
  answer instanceof Response ? answer.text() : answer.plain.toString();
const change = () =>
  inTransaction(context, (ctx) => recordAudit(ctx, { action: "test", subject: { type: "plan", id: "x" } }));

describe("the page cache", () => {
  useDatabase({ reset: "file" });
  let cache: PageCache;
  let made: number;
  const make = async () => {
    made += 1;
    return page(`page ${made}`);
  };

  beforeEach(async () => {
    made = 0;
    cache = new PageCache();
    await cache.start();
  });
  afterEach(() => cache.stop());

  it("makes a page once for everybody", async () => {
    expect(await text(await cache.get("/", make))).toBe("page 1");
    expect(await text(await cache.get("/", make))).toBe("page 1");
    expect(await text(await cache.get("/en", make))).toBe("page 2");
  });

  it("makes a page once for all who ask at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => cache.get("/", make)));
    expect(new Set(await Promise.all(answers.map(text)))).toEqual(new Set(["page 1"]));
  });

  it("forgets everything when a command commits", async () => {
    await cache.get("/", make);
    await change();
    expect(await text(await cache.get("/", make))).toBe("page 2");
  });

  it("forgets everything at midnight in Tokyo, also what was being made then", async () => {
    let time = new Date("2026-11-30T14:59:59Z");
    setClock(() => time);
    try {
      await cache.stop();
      cache = new PageCache();
      await cache.start();
      await cache.get("/", make);
      expect(await text(await cache.get("/", make))).toBe("page 1");
      await cache.get("/over-midnight", async () => {
        time = new Date("2026-11-30T15:00:00Z");
        return make();
      });
      expect(await text(await cache.get("/over-midnight", make))).toBe("page 3");
      expect(await text(await cache.get("/", make))).toBe("page 4");
    } finally {
      setClock(undefined);
    }
  });

  it("keeps pages when a command fails", async () => {
    await cache.get("/", make);
    const failing = inTransaction(context, async () => {
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    expect(await text(await cache.get("/", make))).toBe("page 1");
  });

  it("forgets everything when another process commits", async () => {
    await cache.get("/", make);
    const before = contentGeneration();
    await pool().query(announceChange);
    await waitFor(() => contentGeneration() > before);
    expect(await text(await cache.get("/", make))).toBe("page 2");
  });

  it("never keeps a page whose making began before a change", async () => {
    let finish: (answer: Response) => void = () => undefined;
    const slow = cache.get("/", () => new Promise<Response>((done) => (finish = done)));
    await change();
    const later = cache.get("/", make);
    finish(page("from before the change"));
    expect(await text(await slow)).toBe("from before the change");
    expect(await text(await later)).toBe("page 1");
    expect(await text(await cache.get("/", make))).toBe("page 1");
  });

  it.each([
    ["an error page", () => page("no", { "cache-control": "public" }, 404)],
    ["a private page", () => page("key", { "cache-control": "no-store" })],
    ["a page that says nothing", () => page("?", {})],
    ["a page with a cookie", () => page("c", { "cache-control": "public", "set-cookie": "a=b" })],
  ])("never keeps %s, nor gives it to another request", async (_name, answer) => {
    const makeOne = async () => {
      made += 1;
      return answer();
    };
    await Promise.all([cache.get("/x", makeOne), cache.get("/x", makeOne)]);
    await cache.get("/x", makeOne);
    expect(made).toBe(3);
  });

  it("keeps nothing for addresses longer than any link of ours", async () => {
    const long = `/search?q=${"x".repeat(400)}`;
    await cache.get(long, make);
    await cache.get(long, make);
    expect(made).toBe(2);
  });

  it("keeps nothing once it no longer hears of changes", async () => {
    await cache.stop();
    await cache.get("/", make);
    await cache.get("/", make);
    expect(made).toBe(2);
  });

  it("compresses without changing a character", async () => {
    const kept = await cache.get("/", async () => page("髙﨑さんの提案 🍀".repeat(50)));
    if (kept instanceof Response) throw new Error("not kept");
    expect(brotliDecompressSync(encoded(kept, "br"))).toEqual(kept.plain);
    expect(gunzipSync(encoded(kept, "gzip"))).toEqual(kept.plain);
    expect(encoded(kept, "plain")).toBe(kept.plain);
  });
});

describe("bestEncoding", () => {
  it.each([
    ["gzip, deflate, br", "br"],
    ["gzip;q=1.0, br;q=0", "gzip"],
    ["BR", "br"],
    ["identity", "plain"],
    ["brotli", "plain"],
    ["", "plain"],
    [undefined, "plain"],
  ])("for %j is %s", (header, encoding) => {
    expect(bestEncoding(header)).toBe(encoding);
  });
});
