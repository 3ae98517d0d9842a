import type { Translate } from "#app/components/text.tsx";
import { appealFigures, type Period, reportFigures } from "#app/domain/figures/work-figures.ts";
import { type Decision, decisions } from "#app/domain/moderation/moderation.ts";
import { formatFiscalYear } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";

const isDecision = (key: string): key is Decision => decisions.some((decision) => decision === key);

/** What was decided, in words. */
export function decisionWord(t: Translate, key: string): string {
  return isDecision(key) ? t(`figures:decisions.${key}`) : key;
}

/** How many reports came, or what became of them, in words. */
export function reportWord(t: Translate, key: string): string {
  return reportFigures.some((one) => one === key) ? t(`figures:reports.${key}`) : key;
}

/** How many appeals came, or how they ended, in words. */
export function appealWord(t: Translate, key: string): string {
  return appealFigures.some((one) => one === key) ? t(`figures:appeals.${key}`) : key;
}

/** A period by its key. */
export function periodWord(t: Translate, { key }: Pick<Period, "key">, locale: Locale): string {
  switch (key) {
    case "3m":
      return t("figures:periods.three");
    case "12m":
      return t("figures:periods.twelve");
    default:
      return formatFiscalYear(Number(key.slice("fy".length)), locale);
  }
}
