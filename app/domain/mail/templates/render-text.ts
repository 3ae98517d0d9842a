import type { TextChange } from "#app/domain/shared/compare-texts.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { MailBlock, MailContent } from "./mail-content.ts";
import { wrapText } from "./wrap-text.ts";

const rule = "-".repeat(40);

// Characters of JIS X 0208 or ASCII alone: the oldest mail programs have them, and none draws a box that falls apart.
const headingMark = "■ ";
const factMark: Record<Locale, string> = { ja: "・", easy: "・", en: "- " };

/**
 * The plain text of a mail: lines of at most 70 half-width columns (URLs excepted), ending in "\n". It is complete in itself: where HTML is
 * stripped and links are made dead, everything the reader needs is still there to read and to type.
 */
export function renderMailText({ greeting, blocks, signature }: MailContent, locale: Locale): string {
  const paragraphs = [
    greeting === null ? [] : own(greeting),
    ...blocks.map((block) => blockLines(block, locale)),
    [
      rule,
      ...[signature.city, signature.from, ...signature.lines].flatMap((line) => own(line)),
      "",
      ...own(signature.site.label),
      signature.site.url,
      ...(signature.note === null ? [] : ["", ...own(signature.note)]),
      rule,
    ],
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** The platform's own words, never torn inside a word. */
function own(text: string, { first = "", rest = first }: { first?: string; rest?: string } = {}): string[] {
  return wrapText(text, { first, rest, byPhrase: true });
}

const heading = (text: string) => own(text, { first: headingMark, rest: "  " });

function blockLines(block: MailBlock, locale: Locale): string[] {
  switch (block.kind) {
    case "paragraph":
      return own(block.text);
    case "facts":
      return block.facts.flatMap(({ label, value }) =>
        own(`${label}: ${value}`, { first: factMark[locale], rest: "  " }),
      );
    case "quote":
      return [...heading(block.label), ...wrapText(block.text, { first: "> " })];
    case "changes":
      return [...heading(block.label), ...block.changes.flatMap((change) => changeLines(change, block.marks))];
    case "steps":
      return [
        ...heading(block.title),
        ...block.steps.flatMap((step, index) => own(step, { first: `${index + 1}. `, rest: "   " })),
      ];
    case "link":
      return [...heading(block.label), block.url, ...(block.note === null ? [] : own(block.note))];
  }
}

/** Every piece on lines of its own; what changed begins with the word for it. A piece that is nothing but the end of a line says nothing here. */
function changeLines({ kind, text }: TextChange, marks: { removed: string; added: string }): string[] {
  const words = text.replace(/^\n+|\n+$/g, "");
  if (words === "") return [];
  const mark = kind === "same" ? "" : marks[kind];
  return wrapText(`${mark}${words}`, { first: "> " });
}
