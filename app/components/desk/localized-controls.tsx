import { type Translate, useText } from "#app/components/text.tsx";
import { type Locale, locales } from "#app/domain/shared/localized-text.ts";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { useDeskForm } from "./use-desk-form.tsx";

/** Labels of the three fields of one text, for `useDeskForm`. */
export function localizedLabels(t: Translate, name: string, label: string): Record<string, string> {
  return Object.fromEntries(
    locales.map((locale) => [
      `${name}.${locale}`,
      t("desk:form.inLanguage", { label, language: t(`desk:form.languages.${locale}`) }),
    ]),
  );
}

/** One text in three languages, side by side where there is room. Without `rows` one line each. */
export function LocalizedControls({
  form,
  name,
  legend,
  support,
  rows,
  limit,
  optional = [],
}: {
  form: ReturnType<typeof useDeskForm>;
  name: string;
  legend: string;
  support?: string;
  rows?: number;
  limit: number;
  /** The languages that may be left out. */
  optional?: readonly Locale[];
}) {
  const { t } = useText();
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="float-left w-full font-bold">{legend}</legend>
      {support !== undefined && <p className="clear-both text-small text-ink-soft">{support}</p>}
      <div className="clear-both grid grid-cols-1 gap-4 wide:grid-cols-3">
        {locales.map((locale) => {
          const props = {
            ...form.field(`${name}.${locale}`, { limit, required: !optional.includes(locale) }),
            label: t(`desk:form.languages.${locale}`),
            lang: locale === "en" ? "en" : "ja",
          };
          return rows === undefined ? (
            <TextInput key={locale} {...props} autoComplete="off" />
          ) : (
            <Textarea key={locale} {...props} rows={rows} />
          );
        })}
      </div>
    </fieldset>
  );
}
