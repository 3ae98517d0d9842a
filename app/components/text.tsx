import { useTranslation } from "react-i18next";
import { isLocale, type Locale } from "#app/domain/shared/localized-text.ts";
import { localizedPath } from "#app/routes/paths.ts";

export type TextValues = Record<string, string | number | undefined>;
export type Translate = (key: string, values?: TextValues) => string;

/** The words of the page's language, its locale, and `path`, which puts the language's prefix before a public address. */
export function useText(): { t: Translate; locale: Locale; path: (address: string) => string } {
  const { t, i18n } = useTranslation();
  const locale = isLocale(i18n.language) ? i18n.language : "ja";
  return { t: t as Translate, locale, path: (address) => localizedPath(locale, address) };
}

/** A list of texts kept as an array (or structured sections) under one key; `values` fill the gaps in all of them. */
export function useTextTree<T>(key: string, values: TextValues = {}): T {
  const { t } = useTranslation();
  return (t as unknown as (key: string, options: object) => T)(key, { ...values, returnObjects: true });
}
