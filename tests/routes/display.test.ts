import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { displayCookie, looks, textSizes } from "#app/domain/shared/display.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { databaseDigest } from "#tests/support/database-digest.ts";
import { waitFor } from "#tests/support/mail.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { testNow } from "#tests/support/submissions.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const rootTag = (body: string) => /<html[^>]*>/.exec(body)?.[0] ?? "";

describe("the choice of colours, text size and furigana", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  beforeAll(async () => {
    await seedPlan({ actor: { kind: "system", name: "test" }, now: testNow, locale: "ja" });
    site = await startSite();
  });
  afterAll(() => site.close());

  const choose = (fields: Record<string, string>, locale: (typeof locales)[number] = "ja") =>
    site.post(localizedPath(locale, paths.display()), fields);
  const open = (cookie: string, address = "/") => site.ask(address, { headers: { cookie } });

  it("is kept by a cookie and leads back to where it was made", async () => {
    const { status, headers } = await choose({ look: "dark", size: "150", furigana: "on", back: "/themes?x=1" });
    expect(status).toBe(303);
    expect(headers.location).toBe("/themes?x=1");
    expect(headers["set-cookie"]).toEqual([
      `${displayCookie.name}=dark-150-furigana; Path=/; SameSite=Lax; Max-Age=${displayCookie.maxAge}`,
    ]);
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("is taken back by choosing what everybody gets", async () => {
    const { headers } = await choose({ look: "auto", size: "100", back: "/" });
    expect(headers["set-cookie"]).toEqual([`${displayCookie.name}=; Path=/; SameSite=Lax; Max-Age=0`]);
  });

  it("never leads to another site, and odd values choose nothing", async () => {
    for (const back of ["https://evil.example/", "//evil.example", "/\\evil.example", "", "javascript:alert(1)"]) {
      const { status, headers } = await choose({ look: "pink", size: "9", back }, "easy");
      expect(status).toBe(303);
      expect(headers.location).toBe("/easy/display");
      expect(headers["set-cookie"]).toEqual([expect.stringContaining(`${displayCookie.name}=; `)]);
    }
  });

  it("is on the page's root from the first byte, and every choice has its own page in the cache", async () => {
    for (let round = 0; round < 2; round += 1) {
      for (const look of looks) {
        for (const size of textSizes) {
          const { body, headers } = await open(`${displayCookie.name}=${look}-${size}`);
          expect(rootTag(body)).toContain(`data-look="${look}"`);
          expect(/data-size="(\d+)"/.exec(rootTag(body))?.[1]).toBe(size === 100 ? undefined : String(size));
          expect(headers.vary).toMatch(/cookie/i);
        }
      }
      const { body } = await open("");
      expect(rootTag(body)).not.toMatch(/data-look|data-size/);
    }
  });

  it("can be made on every public page, and the switcher shows what is chosen", async () => {
    for (const locale of locales) {
      const { body } = await open(`${displayCookie.name}=soft-125`, localizedPath(locale, paths.themes()));
      expect(body).toMatch(
        /<input type="radio"[^>]*name="look"[^>]*checked=""[^>]*value="soft"|value="soft"[^>]*checked=""/,
      );
      expect(body).toMatch(/value="125"[^>]*checked=""|checked=""[^>]*value="125"/);
      expect(body).toContain(`<input type="hidden" name="back" value="${localizedPath(locale, paths.themes())}"/>`);
      expect(body.includes('name="furigana"')).toBe(locale !== "en");
    }
  });

  it("of furigana is followed without leaving a trace of what was read in the database", async () => {
    const before = await databaseDigest();
    // the first page may come before the dictionary is loaded
    await waitFor(async () => (await open(`${displayCookie.name}=auto-100-furigana`)).body.includes("<ruby>"));
    expect(await databaseDigest()).toEqual(before);
  });

  it("is not offered on a page that answers a form, which leading back would lose", async () => {
    const { body } = await site.post(paths.newProposal("collaboration", "idea"), {
      intent: "confirm",
      title: "書きかけ",
    });
    expect(body).toContain("書きかけ");
    expect(body).not.toContain("data-display");
  });
});
