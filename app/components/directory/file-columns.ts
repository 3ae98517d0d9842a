import type { Translate } from "#app/components/text.tsx";
import type { FileColumn } from "#app/domain/directory/directory-file.ts";

/** A column of the directory's file, as its first row names it. */
export function fileColumnName(t: Translate, column: FileColumn): string {
  const [field = "", locale] = column.split(".");
  const label = t(`office:columns.${field}`);
  return locale === undefined
    ? label
    : t("desk:form.inLanguage", { label, language: t(`desk:form.languages.${locale}`) });
}
