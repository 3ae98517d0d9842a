import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locales } from "#app/domain/shared/localized-text.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { bringSubmissionTo, contextOf, ideaInput, publishedIdea, testNow } from "#tests/support/submissions.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe("the public pages", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  let number: string;
  let hidden: string;

  beforeAll(async () => {
    await seedPlan({ actor: { kind: "system", name: "test" }, now: testNow, locale: "ja" });
    ({ number } = await publishedIdea({ title: "髙﨑さんの<b>公園</b>", displayName: "市民A" }));
    const other = await submitIdea(contextOf(), ideaInput({ title: "隠されたもの" }));
    await bringSubmissionTo(other.id, "HIDDEN");
    hidden = other.number;
    const { id: _id, ...row } = await db().submission.findUniqueOrThrow({
      where: { number },
      omit: { queuePlace: true },
    });
    await db().submission.createMany({
      data: Array.from({ length: 45 }, (_, index) => ({
        ...row,
        id: crypto.randomUUID(),
        number: `R8-${5000 + index}`,
        trackingKeyHash: `tracking-${index}`,
        idempotencyHash: `idempotency-${index}`,
        publishedAt: new Date(testNow.getTime() - (index + 1) * 60_000),
      })),
    });
    site = await startSite();
  });
  afterAll(() => site.close());

  const pages = () => [
    paths.home(),
    paths.themes(),
    paths.theme("collaboration"),
    paths.themeProposals("collaboration"),
    paths.proposals(),
    paths.proposal(number),
    paths.contact(),
    paths.search(),
    paths.plan(),
    paths.transparency(),
    paths.accessibility(),
    paths.accessibilityResults(),
    paths.privacy(),
    paths.guidelines(),
    paths.help(),
  ];

  it.each(locales)("say in %s what they are, to people and to search engines, and set no cookie", async (locale) => {
    const titles = new Set<string>();
    for (const page of pages()) {
      const address = localizedPath(locale, page);
      const { status, headers, body } = await site.ask(address);
      expect([address, status]).toEqual([address, 200]);
      expect([address, headers["cache-control"]]).toEqual([address, "public, max-age=0, must-revalidate"]);
      expect(headers["set-cookie"]).toBeUndefined();
      expect([address, count(body, /<h1[\s>]/g)]).toEqual([address, 1]);
      expect(body).toContain(`<html lang="${locale === "en" ? "en" : "ja"}"`);
      expect(body).toContain(`<link rel="canonical" href="${env().BASE_URL}${address}"/>`);
      expect(body).toContain(`hrefLang="en" href="${env().BASE_URL}${localizedPath("en", page)}"`);
      expect(body).toContain(`hrefLang="ja" href="${env().BASE_URL}${page}"`);
      expect(body).toMatch(/<meta name="description" content="[^"]{10,}"/);
      expect(body).toMatch(/<meta property="og:title" content="[^"]+"/);
      expect(body).not.toMatch(/<script(?! type="module" src="\/scripts\/page\.js\?v=\w+"><\/script>)|\{\{/);
      titles.add(/<title>([^<]+)<\/title>/.exec(body)?.[1] ?? "");
    }
    expect(titles.size).toBe(pages().length);
  });

  it("show people's words as text, never as markup", async () => {
    for (const address of [paths.proposal(number), paths.proposals(), paths.search("<b>公園</b>")]) {
      const { body } = await site.ask(address);
      expect(body).toContain("&lt;b&gt;");
      expect(body).not.toContain("<b>");
    }
  });

  it("do not tell what is hidden from what was never there", async () => {
    const [there, never] = [await site.ask(paths.proposal(hidden)), await site.ask(paths.proposal("R8-9999"))];
    expect([there.status, never.status]).toEqual([404, 404]);
    expect(there.body.replaceAll(hidden, "")).toBe(never.body.replaceAll("R8-9999", ""));
    for (const missing of ["/themes/none", "/themes/none/proposals", "/proposals/x", "/en/proposals/%E3%81%82"])
      expect([missing, (await site.ask(missing)).status]).toEqual([missing, 404]);
  });

  it("have one address for a proposal, however its number was typed", async () => {
    const { status, headers } = await site.ask(`/en/proposals/${number.toLowerCase()}`);
    expect([status, headers.location]).toEqual([301, `/en/proposals/${number}`]);
  });

  it("keep the filters on the way to the next page", async () => {
    const first = await site.ask("/en/proposals?kind=idea&theme=collaboration&handling=new");
    const next = /rel="next" href="([^"]+)"/.exec(first.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(next).toMatch(/^\/en\/proposals\?kind=idea&theme=collaboration&handling=new&after=[\w-]+#list$/);
    const second = await site.ask(next.replace("#list", ""));
    expect(second.status).toBe(200);
    const numbers = (body: string) => new Set(body.match(/\/proposals\/R8-\d+/g));
    expect([...numbers(second.body)].filter((one) => numbers(first.body).has(one))).toEqual([]);
    expect(second.body).toContain('rel="prev"');
    expect(second.body).toMatch(/<option value="idea" selected="">/);
  });

  it("dial from the directory", async () => {
    const { body } = await site.ask(paths.contact());
    expect(count(body, /href="tel:\+81144326\d{3}"/g)).toBeGreaterThanOrEqual(5);
  });

  it("say what to do when nothing was found", async () => {
    const { body } = await site.ask("/search?q=%E3%81%AA%E3%81%84%E8%A8%80%E8%91%89");
    expect(body).toMatch(/「<bdi[^>]*>ない言葉<\/bdi>」は見つかりませんでした/);
    expect(body).toContain('href="/themes"');
  });

  it("are listed for search engines in both languages, but nothing that is not public", async () => {
    const { headers, body } = await site.ask("/sitemap.xml");
    expect(headers["content-type"]).toContain("application/xml");
    for (const locale of ["ja", "en"] as const)
      expect(body).toContain(`<loc>${env().BASE_URL}${localizedPath(locale, paths.proposal(number))}</loc>`);
    expect(body).toContain(
      `<xhtml:link rel="alternate" hreflang="en" href="${env().BASE_URL}/en/themes/collaboration"/>`,
    );
    expect(body).not.toContain(hidden);
    expect(count(body, /<url>/g)).toBe(count(body, /<\/url>/g));
    const robots = await site.ask("/robots.txt");
    expect(robots.headers["content-type"]).toContain("text/plain");
    expect(robots.body).toContain(`Sitemap: ${env().BASE_URL}/sitemap.xml`);
    for (const refused of ["/desk", "/answer/", "/track/", "/en/track/", "/easy/receipts/"])
      expect(robots.body).toContain(`Disallow: ${refused}\n`);
  });
});
