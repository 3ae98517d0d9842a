/**
 * The language of words that somebody wrote, for `lang` (WCAG 2.2, 3.1.2): a page in one language shows what people wrote in another, and a screen
 * reader changes its voice by this mark. Only the script is looked at.
 *
 * @returns `ja` for text with kana or kanji, `en` for text in Latin letters alone; undefined for numbers and signs, which follow the page
 */
export function languageOf(text: string): "ja" | "en" | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)) return "ja";
  return /\p{Script=Latin}{2}/u.test(text) && !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)
    ? "en"
    : undefined;
}
