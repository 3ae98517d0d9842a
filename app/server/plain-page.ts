import { escapeHtml } from "#app/domain/shared/escape-html.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { translator } from "#app/platform/i18n/translator.server.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";

/** An error page for requests that never reach Remix (too large, overloaded, wrong origin): complete without styles or scripts. */
export function plainErrorPage(locale: Locale, status: number): string {
  const t = translator(locale);
  const kind = [403, 404, 405, 413, 415, 429, 503].includes(status) ? status : status < 500 ? 400 : 500;
  const title = escapeHtml(t(`errors:pages.${kind}.title`));
  return `<!DOCTYPE html><html lang="${locale === "en" ? "en" : "ja"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} | ${escapeHtml(t("common:siteName"))}</title></head><body><main><h1>${title}</h1><p>${escapeHtml(t(`errors:pages.${kind}.text`))}</p><p><a href="${localizedPath(locale, paths.home())}">${escapeHtml(t("errors:pages.toHome"))}</a></p><p>${escapeHtml(t("common:footer.desk"))} ${escapeHtml(t("common:footer.phone"))}</p></main></body></html>`;
}
