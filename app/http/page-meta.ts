import type { MetaDescriptor } from "@remix-run/node";
import { isAboutLink } from "#app/domain/shared/domain-error.ts";

export type PageInfo =
  | {
      title: string;
      ogTitle: string;
      description: string;
      siteName: string;
      ogLocale: string;
      canonical: string;
      /** The picture beside a shared link: its full address and what it says. */
      picture: { url: string; alt: string };
      alternates: { hrefLang: string; href: string }[];
      private?: undefined;
    }
  | { title: string; private: true };

/** Of every picture beside a shared link, in pixels: what the readers of large sites ask for. */
export const pictureSize = { width: 1200, height: 630 } as const;

type MetaArguments = { data?: unknown; error?: unknown; matches: { id: string; data?: unknown }[] };

/** The `meta` of every page whose loader returns `page`. */
export function pageMeta({ data, error, matches }: MetaArguments): MetaDescriptor[] {
  const page = (data as { page?: PageInfo } | undefined)?.page;
  if (error || !page) return errorMeta({ error, matches });
  if (page.private) return [{ title: page.title }, { name: "robots", content: "noindex, nofollow" }];
  return [
    { title: page.title },
    { name: "description", content: page.description },
    { tagName: "link", rel: "canonical", href: page.canonical },
    ...page.alternates.map((alternate) => ({ tagName: "link" as const, rel: "alternate", ...alternate })),
    { property: "og:type", content: "website" },
    { property: "og:site_name", content: page.siteName },
    { property: "og:locale", content: page.ogLocale },
    { property: "og:title", content: page.ogTitle },
    { property: "og:description", content: page.description },
    { property: "og:url", content: page.canonical },
    { property: "og:image", content: page.picture.url },
    { property: "og:image:type", content: "image/png" },
    { property: "og:image:width", content: String(pictureSize.width) },
    { property: "og:image:height", content: String(pictureSize.height) },
    { property: "og:image:alt", content: page.picture.alt },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}

/** Titles of error pages, in the page's language; the root loader brings them. */
export type ErrorTitles = { siteName: string; byStatus: Record<string, string>; usedLink: string; fallback: string };

/** The `meta` of a layout: nothing of its own, but a title for the error page it shows in place of its children. */
export function errorMeta({ error, matches }: Pick<MetaArguments, "error" | "matches">): MetaDescriptor[] {
  const titles = (matches[0]?.data as { errorTitles?: ErrorTitles } | undefined)?.errorTitles;
  if (!titles) return [{ title: "創革ひろば" }];
  if (!error) return [{ title: titles.siteName }];
  const { status = 500, data } = error as { status?: number; data?: { messageKey?: string } | null };
  const title = isAboutLink(data?.messageKey) ? titles.usedLink : (titles.byStatus[status] ?? titles.fallback);
  return [{ title: `${title} | ${titles.siteName}` }, { name: "robots", content: "noindex" }];
}
