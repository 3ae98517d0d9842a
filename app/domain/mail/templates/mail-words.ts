import { createInstance } from "i18next";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import easy from "#locales/easy/mail.json" with { type: "json" };
import en from "#locales/en/mail.json" with { type: "json" };
import ja from "#locales/ja/mail.json" with { type: "json" };

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** A key of `locales/<locale>/mail.json`. */
export type MailWordKey = Leaves<typeof ja>;

/** Says one sentence of a mail; `values` fill its `{{…}}` and are never read as instructions themselves. */
export type MailWords = (key: MailWordKey, values?: Record<string, string>) => string;

const texts = createInstance();
void texts.init({
  lng: "ja",
  fallbackLng: false,
  initAsync: false,
  resources: { ja: { mail: ja }, easy: { mail: easy }, en: { mail: en } },
  ns: ["mail"],
  defaultNS: "mail",
  // Text and HTML are escaped where they are put together.
  interpolation: { escapeValue: false, skipOnVariables: true },
});

/** The words of one language. Mails have their own copy of the texts, so that rendering stays pure and the same on every attempt. */
export function mailWords(locale: Locale): MailWords {
  const t = texts.getFixedT(locale, "mail");
  return (key, values) => t(key, { ...values });
}

/** Whether a code kept as data has words of its own, below `group`. */
export function hasMailWord(group: "kind" | "review" | "costSharing" | "channel" | "role", code: string): boolean {
  return Object.hasOwn(ja[group], code);
}
