import { escapeHtml } from "#app/domain/shared/escape-html.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { MailBlock, MailContent } from "./mail-content.ts";
import { linesOf } from "./wrap-text.ts";

const languageTag: Record<Locale, string> = { ja: "ja", easy: "ja", en: "en" };

// Only looks: where a mail program drops the style sheet, headings, tables and quotes remain what they are.
const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 24px 16px; background: #ffffff; color: #1a1a1c; font-family: sans-serif; font-size: 16px; line-height: 1.7; }
main { max-width: 600px; margin: 0 auto; }
h1 { font-size: 20px; line-height: 1.5; margin: 0 0 24px; }
p, table, blockquote, ol { margin: 0 0 20px; }
table { border-collapse: collapse; }
th { text-align: left; vertical-align: top; padding: 4px 16px 4px 0; font-weight: bold; }
td { vertical-align: top; padding: 4px 0; overflow-wrap: anywhere; }
blockquote { padding: 8px 16px; border-left: 4px solid #767676; overflow-wrap: anywhere; }
.label { margin-bottom: 4px; font-weight: bold; }
.button { display: inline-block; padding: 10px 20px; border-radius: 8px; background: #0017c1; color: #ffffff; font-weight: bold; text-decoration: none; }
.small { font-size: 14px; overflow-wrap: anywhere; }
.signature { margin-top: 32px; padding-top: 16px; border-top: 1px solid #767676; font-size: 14px; }
a { color: #0017c1; }
@media (prefers-color-scheme: dark) {
  body { background: #1a1a1c; color: #f2f2f2; }
  a { color: #9db7f9; }
  .button { background: #9db7f9; color: #00118f; }
}
`.trim();

/** The same mail as simple HTML: no picture, no script, nothing fetched from anywhere. Every word is escaped. */
export function renderMailHtml(subject: string, content: MailContent, locale: Locale): string {
  const { signature } = content;
  const foot = [
    ...signature.lines.map(escapeHtml),
    `${anchor(signature.site.url, signature.site.label)}`,
    ...(signature.note === null ? [] : [escapeHtml(signature.note)]),
  ];
  return [
    "<!doctype html>",
    `<html lang="${languageTag[locale]}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    '<meta name="format-detection" content="telephone=no">',
    `<title>${escapeHtml(subject)}</title>`,
    `<style>\n${style}\n</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${escapeHtml(content.subject)}</h1>`,
    `<p>${escapeHtml(content.greeting)}</p>`,
    ...content.blocks.map(blockHtml),
    `<p class="signature">${foot.join("<br>\n")}</p>`,
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${withBreaks(block.text)}</p>`;
    case "facts":
      if (block.facts.length === 0) return "";
      return `<table>\n${block.facts
        .map(
          ({ label, value }) =>
            `<tr><th scope="row">${escapeHtml(label)}</th><td dir="auto">${withBreaks(value)}</td></tr>`,
        )
        .join("\n")}\n</table>`;
    case "quote":
      return `<p class="label">${escapeHtml(block.label)}</p>\n<blockquote dir="auto">${withBreaks(block.text)}</blockquote>`;
    case "steps":
      return `<p class="label">${escapeHtml(block.title)}</p>\n<ol>\n${block.steps
        .map((step) => `<li>${escapeHtml(step)}</li>`)
        .join("\n")}\n</ol>`;
    case "link":
      return [
        `<p><a class="button" href="${escapeHtml(block.url)}">${escapeHtml(block.label)}</a></p>`,
        `<p class="small">${anchor(block.url, block.url)}${block.note === null ? "" : `<br>\n${escapeHtml(block.note)}`}</p>`,
      ].join("\n");
  }
}

const anchor = (url: string, label: string) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;

const withBreaks = (text: string) => linesOf(text).map(escapeHtml).join("<br>\n");
