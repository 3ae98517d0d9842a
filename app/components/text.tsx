import type { i18n } from "i18next";
import { useContext } from "react";
import { I18nContext } from "react-i18next";
import { isLocale, type Locale } from "#app/domain/shared/localized-text.ts";
import { localizedPath } from "#app/routes/paths.ts";

export type TextValues = Record<string, string | number | undefined>;
export type Translate = (key: string, values?: TextValues) => string;

/** `useTranslation` would make a wrapper for every component of every page, to follow a change of language that never comes here. */
function useWords(): i18n {
  return useContext(I18nContext).i18n;
}

/** The words of the page's language, its locale, and `path`, which puts the language's prefix before a public address. */
export function useText(): { t: Translate; locale: Locale; path: (address: string) => string } {
  const { t, language } = useWords();
  const locale = isLocale(language) ? language : "ja";
  return { t: t as Translate, locale, path: (address) => localizedPath(locale, address) };
}

/** A list of texts kept as an array (or structured sections) under one key; `values` fill the gaps in all of them. */
export function useTextTree<T>(key: string, values: TextValues = {}): T {
  const { t } = useWords();
  return (t as unknown as (key: string, options: object) => T)(key, { ...values, returnObjects: true });
}
