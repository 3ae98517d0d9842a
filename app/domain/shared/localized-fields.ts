import { z } from "zod";
import { type Locale, type LocalizedText, localizedTextSchema } from "./localized-text.ts";
import { storedText } from "./normalize-text.ts";

type FieldName<N extends string> = `${N}.${Locale}`;

/**
 * Form fields of one text in three languages (`title.ja`, `title.easy`, `title.en`), for spreading into a flat object schema; `localizedFrom`
 * puts them together again.
 *
 * @param max longest text per language, in characters as a reader counts them
 */
export function localizedFields<N extends string>(name: N, max: number) {
  const field = (locale: Locale) =>
    z.string({ error: "required" }).transform(storedText).pipe(localizedTextSchema(max).shape[locale]);
  return {
    [`${name}.ja`]: field("ja"),
    [`${name}.easy`]: field("easy"),
    [`${name}.en`]: field("en"),
  } as Record<FieldName<N>, ReturnType<typeof field>>;
}

/** The text out of its three checked fields. */
export function localizedFrom<N extends string>(values: Record<FieldName<N>, string>, name: N): LocalizedText {
  const of = (locale: Locale) => values[`${name}.${locale}` as FieldName<N>];
  return { ja: of("ja"), easy: of("easy"), en: of("en") };
}

/** A stored text as the values of its three fields, for a form that is opened to change it. */
export function localizedValues(name: string, text: Partial<LocalizedText>): Record<string, string> {
  return { [`${name}.ja`]: text.ja ?? "", [`${name}.easy`]: text.easy ?? "", [`${name}.en`]: text.en ?? "" };
}
