import { z } from "zod";
import { fitsLength } from "./normalize-text.ts";

/** The languages of the product, source first: Japanese, やさしい日本語 (plain Japanese), English. */
export const locales = ["ja", "easy", "en"] as const;

export type Locale = (typeof locales)[number];

/** Narrows a value from outside (an address, a column, a header) to a {@link Locale}. Exact spelling only; never throws. */
export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (locales as readonly string[]).includes(value);
}

/** Text written in every language; stored as one JSON column. */
export type LocalizedText = Record<Locale, string>;

/**
 * Schema of a complete {@link LocalizedText}: every language is there and says something.
 *
 * Surrounding white space is trimmed before the limits are applied, and unknown keys are dropped.
 * The errors are keys of the namespace `errors`; `tooLong` names the limit.
 *
 * @param max longest text per language, in characters as a reader counts them; at least 1
 */
export function localizedTextSchema(max: number) {
  const text = z
    .string({ error: "required" })
    .trim()
    .min(1, { error: "required" })
    .refine((value) => fitsLength(value, max), { error: "tooLong" });
  return z.object({ ja: text, easy: text, en: text });
}

/**
 * The text in the asked language. A row written before a language existed may lack it (JSON columns are not
 * checked by the database), so an empty or missing language falls back: easy → ja, en → ja, ja → easy → en.
 *
 * @returns the text, or "" only if no language has any
 */
export function pick(text: Partial<LocalizedText>, locale: Locale): string {
  return [locale, ...locales].map((candidate) => text[candidate]).find(isFilled) ?? "";
}

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}
