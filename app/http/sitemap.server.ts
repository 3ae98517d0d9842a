import type { SitePages } from "#app/domain/reading/queries/list-site-pages.server.ts";
import { escapeHtml } from "#app/domain/shared/escape-html.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { siteUrl } from "./site-url.server.ts";

/** A site map may hold 50,000 addresses (sitemaps.org); each page takes one per language below, and the fixed pages need some. */
export const mostSitemapProposals = 24_000;

/** やさしい日本語 is left out: search engines know it as Japanese, and its pages name the same alternatives. */
const listed = ["ja", "en"] as const satisfies readonly Locale[];

const fixedPages = [
  paths.home(),
  paths.themes(),
  paths.proposals(),
  paths.plan(),
  paths.contact(),
  paths.track(),
  paths.search(),
  paths.transparency(),
  paths.help(),
  paths.guidelines(),
  paths.privacy(),
  paths.accessibility(),
  paths.accessibilityResults(),
];

/** The site map (sitemaps.org 0.9) with each page's other languages. */
export function sitemap({ themes, proposals }: SitePages): string {
  const pages = [
    ...fixedPages.map((path) => ({ path })),
    ...themes.flatMap(({ slug }) => [{ path: paths.theme(slug) }, { path: paths.themeProposals(slug) }]),
    ...proposals.map(({ number, changedOn }) => ({ path: paths.proposal(number), changedOn })),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...pages.flatMap(entries),
    "</urlset>",
    "",
  ].join("\n");
}

function entries({ path, changedOn }: { path: string; changedOn?: string }): string[] {
  const alternates = listed
    .map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${escapeHtml(siteUrl(locale, path))}"/>`)
    .join("");
  const changed = changedOn ? `<lastmod>${changedOn}</lastmod>` : "";
  return listed.map((locale) => `<url><loc>${escapeHtml(siteUrl(locale, path))}</loc>${changed}${alternates}</url>`);
}
