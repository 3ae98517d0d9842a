import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locales } from "#app/domain/shared/localized-text.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { stopDrawing } from "#app/platform/pictures/picture-drawer.server.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import {
  bringSubmissionTo,
  changeNow,
  contextOf,
  ideaInput,
  publishedIdea,
  testNow,
} from "#tests/support/submissions.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const metaOf = (body: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(body)?.[1]?.replaceAll("&amp;", "&");

describe("the picture beside a shared link", { timeout: 120_000 }, () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  let published: { id: string; number: string };

  beforeAll(async () => {
    await seedPlan({ actor: { kind: "system", name: "test" }, now: testNow, locale: "ja" });
    published = await publishedIdea({ title: "髙﨑橋に灯りを 🎉" });
    site = await startSite();
  });
  afterAll(async () => {
    await site.close();
    await stopDrawing();
  });

  const pictureOf = async (page: string) => {
    const { body } = await site.ask(page);
    const url = metaOf(body, "og:image") ?? "";
    expect(url.startsWith(`${env().BASE_URL}/og/`)).toBe(true);
    return url.slice(env().BASE_URL.length);
  };

  it.each(locales)("is named in %s by every kind of page, with its size and what it says", async (locale) => {
    const pages = [paths.home(), paths.help(), paths.theme("ict"), paths.proposal(published.number)];
    const pictures = new Set<string>();
    for (const page of pages) {
      const { body } = await site.ask(localizedPath(locale, page));
      expect([metaOf(body, "og:image:width"), metaOf(body, "og:image:height")]).toEqual(["1200", "630"]);
      expect(metaOf(body, "og:image:alt")?.length).toBeGreaterThan(8);
      expect(metaOf(body, "twitter:card")).toBe("summary_large_image");
      const path = (metaOf(body, "og:image") ?? "").slice(env().BASE_URL.length);
      expect(path).toMatch(new RegExp(`^/og/${locale}/.*\\?v=[\\w-]{16}$`));
      pictures.add(path);
      const { status, headers, bytes } = await site.ask(path, { headers: { "accept-encoding": "br, gzip" } });
      expect([path, status, headers["content-type"]]).toEqual([path, 200, "image/png"]);
      expect(headers["content-encoding"]).toBeUndefined();
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    }
    // the site's own picture stands for pages that have none
    expect(pictures.size).toBe(pages.length - 1);
  });

  it("is not sent again to whoever has it, and changes its address with the outcome", async () => {
    const before = await pictureOf(paths.proposal(published.number));
    const { headers } = await site.ask(before);
    expect((await site.ask(before, { headers: { "if-none-match": headers.etag ?? "" } })).status).toBe(304);
    await db().theme.update({ where: { slug: "collaboration" }, data: { illustration: "people" } });
    const { headers: after } = await site.ask(paths.ogProposal("ja", published.number));
    expect(after.etag).not.toBe(headers.etag);
  });

  it("shows nothing of what is not public, whatever became of it", async () => {
    const answers = new Set<string>();
    for (const state of ["PENDING", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN", "MERGED"] as const) {
      const { id, number } = await submitIdea(contextOf(), ideaInput({ title: `秘密の題 ${state}` }));
      await bringSubmissionTo(id, state);
      const { status, headers, body } = await site.ask(paths.ogProposal("ja", number));
      expect([state, status, headers["cache-control"]]).toEqual([state, 404, "no-store"]);
      answers.add(body);
    }
    answers.add((await site.ask(paths.ogProposal("ja", "R8-9999"))).body);
    expect(answers.size).toBe(1);
    for (const path of ["/og/ja/themes/no-such-theme", "/og/fr/site", "/og/ja/proposals/%E3%81%82"])
      expect([path, (await site.ask(path)).status]).toEqual([path, 404]);
  });

  it("is gone as soon as its proposal is", async () => {
    const { id, number } = await publishedIdea({ title: "あとで隠す提案" });
    expect((await site.ask(paths.ogProposal("ja", number))).status).toBe(200);
    await changeNow(id, { review: "HIDDEN" });
    expect((await site.ask(paths.ogProposal("ja", number))).status).toBe(404);
  });

  it("of an inquiry does not exist, not even when its row says it is published", async () => {
    const { id, number } = await publishedIdea({ title: "問い合わせになったもの" });
    await db().submission.update({ where: { id }, data: { kind: "INQUIRY" } });
    expect((await site.ask(paths.ogProposal("ja", number))).status).toBe(404);
  });

  it("has icons beside it that a browser asks for unasked", async () => {
    for (const [path, type] of [
      ["/favicon.ico", "image/"],
      ["/favicon.svg", "image/svg+xml"],
      ["/apple-touch-icon.png", "image/png"],
      ["/site.webmanifest", "application/manifest+json"],
    ] as const) {
      const { status, headers } = await site.ask(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers["content-type"]).toContain(type);
    }
  });
});
