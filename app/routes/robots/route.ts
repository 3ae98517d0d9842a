import { locales } from "#app/domain/shared/localized-text.ts";
import { siteUrl } from "#app/http/site-url.server.ts";
import { localizedPath } from "#app/routes/paths.ts";

/** Staff pages, pages of one person, and searches, which have no end. Their own headers say so too. */
const everyLanguage = ["/answer/", "/confirm/", "/receipts/", "/search?", "/track/"];

export function loader() {
  const refused = ["/desk", ...locales.flatMap((locale) => everyLanguage.map((path) => localizedPath(locale, path)))];
  const lines = [
    "User-agent: *",
    ...refused.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${siteUrl("ja", "/sitemap.xml")}`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
