import type { MailBlock, MailContent } from "./mail-content.ts";
import { wrapText } from "./wrap-text.ts";

const rule = "-".repeat(40);

/**
 * The plain text of a mail: lines of at most 70 half-width columns (URLs excepted), ending in "\n". It is complete in itself: where HTML is
 * stripped and links are made dead, everything the reader needs is still there to read and to type.
 */
export function renderMailText(content: MailContent): string {
  const { signature } = content;
  const paragraphs = [
    wrapText(content.greeting),
    ...content.blocks.map(blockLines),
    [
      rule,
      ...signature.lines.flatMap((line) => wrapText(line)),
      ...wrapText(signature.site.label),
      signature.site.url,
      ...(signature.note === null ? [] : wrapText(signature.note)),
      rule,
    ],
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function blockLines(block: MailBlock): string[] {
  switch (block.kind) {
    case "paragraph":
      return wrapText(block.text);
    case "facts":
      return block.facts.flatMap(({ label, value }) => wrapText(`${label}: ${value}`, { first: "■ ", rest: "  " }));
    case "quote":
      return [...wrapText(block.label, { first: "■ ", rest: "  " }), ...wrapText(block.text, { first: "> " })];
    case "steps":
      return [
        ...wrapText(block.title, { first: "■ ", rest: "  " }),
        ...block.steps.flatMap((step, index) => wrapText(step, { first: `${index + 1}. `, rest: "   " })),
      ];
    case "link":
      return [
        ...wrapText(block.label, { first: "■ ", rest: "  " }),
        block.url,
        ...(block.note === null ? [] : wrapText(block.note)),
      ];
  }
}
