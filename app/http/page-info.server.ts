import type { Locale } from "#app/domain/shared/localized-text.ts";
import { paths, splitLocale } from "#app/routes/paths.ts";
import { type RequestContext, text } from "./context.server.ts";
import type { PageInfo } from "./page-meta.ts";
import { siteUrl } from "./site-url.server.ts";
import { cardKey } from "./social-picture/card-key.server.ts";
import type { Card } from "./social-picture/card-node.server.ts";
import { siteCard } from "./social-picture/cards.server.ts";

/**
 * What a public page says of itself in its head. A loader returns it as `page`; the route exports `meta = pageMeta`.
 *
 * @param title of this page alone; the site's name is added.
 * @param picture the card of its own that the page has, and the address of its picture; the site's without one.
 * @param query parameters that make another page (a filter, a cursor): they stay in the canonical address.
 */
export function pageInfo(
  context: RequestContext,
  {
    title,
    description,
    query = [],
    picture,
  }: {
    title: string;
    description?: string;
    query?: string[];
    picture?: { card: Card; path: (version: string) => string };
  },
): PageInfo {
  const { t } = text(context.locale);
  const { path } = splitLocale(context.url.pathname);
  const kept = new URLSearchParams(
    query.flatMap((name) => context.url.searchParams.getAll(name).map((value) => [name, value])),
  );
  const search = kept.size > 0 ? `?${kept}` : "";
  const address = (locale: Locale) => `${siteUrl(locale, path)}${search}`;
  const siteName = t("common:siteName");
  const { card, path: picturePath } = picture ?? {
    card: siteCard(t),
    path: (version: string) => paths.ogSite(context.locale, version),
  };
  return {
    title: title === siteName ? `${siteName} | ${t("common:cityName")}` : `${title} | ${siteName}`,
    ogTitle: title,
    description: shorten(description ?? t("common:siteDescription")),
    siteName,
    ogLocale: context.locale === "en" ? "en_US" : "ja_JP",
    canonical: address(context.locale),
    picture: { url: siteUrl("ja", picturePath(cardKey(card))), alt: altOf(card) },
    // やさしい日本語 is Japanese too: it has its own address but no hreflang of its own
    alternates: [
      { hrefLang: "ja", href: address("ja") },
      { hrefLang: "en", href: address("en") },
      { hrefLang: "x-default", href: address("ja") },
    ],
  };
}

/** What a card says, for who does not see it. */
function altOf({ label, outcome, title, siteName }: Card): string {
  return [label, title.replace("\n", ""), outcome, siteName].filter(Boolean).join(" | ");
}

/** Title alone, for pages that search engines must not list. */
export function privatePageInfo(context: RequestContext, title: string): PageInfo {
  const { t } = text(context.locale);
  return { title: `${title} | ${t("common:siteName")}`, private: true };
}

function shorten(description: string): string {
  const line = description.replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length > 120 ? `${characters.slice(0, 119).join("")}…` : line;
}
