import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInstance, type i18n, type TFunction } from "i18next";
import { type Locale, locales } from "#app/domain/shared/localized-text.ts";
import { log } from "#app/platform/log.ts";

const directory = join(process.cwd(), "locales");

function read(locale: Locale): Record<string, Record<string, unknown>> {
  const names = readdirSync(join(directory, locale)).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    names.map((name) => [
      name.slice(0, -".json".length),
      JSON.parse(readFileSync(join(directory, locale, name), "utf8")),
    ]),
  );
}

function load(): Record<Locale, i18n> {
  const resources = Object.fromEntries(locales.map((locale) => [locale, read(locale)]));
  const make = (locale: Locale) => {
    const instance = createInstance();
    void instance.init({
      lng: locale,
      // words of the staff area exist in ja and en only; やさしい日本語 falls back to Japanese there
      fallbackLng: "ja",
      initAsync: false,
      resources,
      ns: Object.keys(resources.ja ?? {}),
      defaultNS: "common",
      fallbackNS: ["errors"],
      interpolation: { escapeValue: false }, // React and the mail renderer escape
      returnNull: false,
      saveMissing: true,
      missingKeyHandler: (_languages, namespace, key) =>
        (shared.sokakuTextMissing ?? logMissing)(`${namespace}:${key}`),
    });
    instance.t = remembering(instance.t);
    return instance;
  };
  return { ja: make("ja"), easy: make("easy"), en: make("en") };
}

/** `t` that looks up a text without gaps once: a page has hundreds, and looking them up took a tenth of its time. */
function remembering(t: TFunction): TFunction {
  const lookUp = t as (key: string, options?: object) => string;
  const known = new Map<string, string>();
  const remembered: typeof lookUp = (key, options) => {
    if (options !== undefined) return lookUp(key, options);
    const found = known.get(key) ?? lookUp(key);
    known.set(key, found);
    return found;
  };
  return remembered as TFunction;
}

/** A text that no language has: its key stands on the page, which is better than no page. */
function logMissing(key: string): void {
  log().error({ key }, "no text for a key");
}

/** `sokakuTextMissing`: what happens in place of a line in the log where no language has a text; the tests' set-up fails there. */
export type SharedTexts = { sokakuTexts?: Record<Locale, i18n>; sokakuTextMissing?: (key: string) => void };

const shared = globalThis as SharedTexts;

/** The i18next instance of one language; read once from `locales/`, anew on each use while developing. */
export function textInstance(locale: Locale): i18n {
  if (process.env.SOKAKU_DEV === "1" || !shared.sokakuTexts) shared.sokakuTexts = load();
  return shared.sokakuTexts[locale];
}

/** `t` of one language: `t("mail:receipt.subject", { number })`. */
export function translator(locale: Locale): TFunction {
  return textInstance(locale).t;
}
