/**
 * Splits plain text into paragraphs at blank lines. Line breaks inside a paragraph stay; nothing else is changed, so
 * that people's words (emoji, combining characters, rare kanji) come out as they went in.
 *
 * @returns the paragraphs in order; an empty list for text that is only white space
 */
export function paragraphs(text: string): string[] {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => paragraph.replaceAll(/^\n+|\n+$/g, ""))
    .filter((paragraph) => paragraph.trim() !== "");
}
