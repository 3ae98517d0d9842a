/** A Japanese character says about as much as three Latin letters: an English sentence stays English with a Japanese name in it. */
const lettersToOneCharacter = 3;

/**
 * The language of words that somebody wrote, for `lang` (WCAG 2.2, 3.1.2): a page in one language shows what people wrote in another, and a screen
 * reader changes its voice by this mark. Only the script is looked at.
 *
 * @returns `ja` for text with kana or kanji, `en` for text in Latin letters, the one that says more where there are both; undefined for
 *   numbers and signs and for other scripts, which follow the page
 */
export function languageOf(text: string): "ja" | "en" | undefined {
  const japanese = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (japanese > 0) return japanese * lettersToOneCharacter >= latin ? "ja" : "en";
  const others = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
  return latin > 1 && !others.test(text) ? "en" : undefined;
}
