import type { Locale, LocalizedText } from "#app/domain/shared/localized-text.ts";

/**
 * Several paragraphs as one {@link LocalizedText}: plain text in which a blank line parts two paragraphs, the way it is
 * stored and edited on the desk. The languages may have different numbers of paragraphs.
 */
export function paragraphs(text: Record<Locale, readonly string[]>): LocalizedText {
  return { ja: text.ja.join("\n\n"), easy: text.easy.join("\n\n"), en: text.en.join("\n\n") };
}
