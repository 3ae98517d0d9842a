import type { Locale } from "#app/domain/shared/localized-text.ts";
import { env } from "#app/platform/env.ts";
import { localizedPath } from "#app/routes/paths.ts";

/** The full address of a page, for what is read outside the site (canonical address, site map, a printed receipt). `path` as `paths` gives it. */
export function siteUrl(locale: Locale, path: string): string {
  return `${env().BASE_URL}${localizedPath(locale, path)}`;
}
