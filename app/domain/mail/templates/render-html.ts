import type { TextChange } from "#app/domain/shared/compare-texts.ts";
import { escapeHtml } from "#app/domain/shared/escape-html.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { MailBlock, MailContent, MailSignature } from "./mail-content.ts";
import { look, type MailClass, mailHead } from "./mail-look.ts";
import { linesOf } from "./wrap-text.ts";

const languageTag: Record<Locale, string> = { ja: "ja", easy: "ja", en: "en" };

/**
 * The same mail as HTML in the look of the site: no picture, no script, nothing fetched from anywhere. Every word is escaped.
 *
 * Its frame is made of tables, which are all that Outlook (Word's HTML) lays out, and its attributes `align`, `border` and `cellpadding` are
 * what is left where a program drops every style: the facts keep their columns and the button its edge, in the program's own colours.
 */
export function renderMailHtml(subject: string, content: MailContent, locale: Locale): string {
  const language = languageTag[locale];
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // telephone numbers become links where one can call; days and receipt numbers must not
    '<meta name="format-detection" content="date=no, address=no, email=no, url=no">',
    mailHead("sent"),
    `<title>${escapeHtml(subject)}</title>`,
    "</head>",
    `<body ${look("page")}>`,
    // webmail keeps what is inside the body only, so the language stands here too
    layout("whole", `<td lang="${language}" ${look("room")}>`, [
      outlookWidth,
      `<table role="presentation" ${look("frame")}>`,
      `<tr><td ${look("head")}>`,
      nameMark(content.signature),
      "</td></tr>",
      `<tr><td ${look("sheet")}>`,
      `<h1 ${look("title")}>${escapeHtml(content.subject)}</h1>`,
      ...(content.greeting === null ? [] : [text(content.greeting)]),
      ...content.blocks.map(blockHtml),
      "</td></tr>",
      `<tr><td ${look("foot")}>${foot(content.signature)}</td></tr>`,
      "</table>",
      outlookWidthEnd,
    ]),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

// Outlook knows no max-width.
const outlookWidth =
  '<!--[if mso]><table role="presentation" align="center" width="600" cellpadding="0" cellspacing="0"><tr><td><![endif]-->';
const outlookWidthEnd = "<!--[if mso]></td></tr></table><![endif]-->";

const layout = (table: MailClass, cell: string, inside: string[]) =>
  [`<table role="presentation" ${look(table)}>`, `<tr>${cell}`, ...inside, "</td></tr>", "</table>"].join("\n");

/** The sign of the site, four paving stones, as four coloured cells: there is no picture that a program could hide. */
function nameMark({ city, site }: MailSignature): string {
  const stone = (number: 1 | 2 | 3 | 4) => `<td ${look(`stone stone-${number}`)}></td>`;
  return layout("brand", "<td>", [
    `<table role="presentation" aria-hidden="true" ${look("sign")}>`,
    `<tr>${stone(1)}${stone(2)}</tr>`,
    `<tr>${stone(3)}${stone(4)}</tr>`,
    "</table>",
    `</td><td ${look("name")}>`,
    `<span ${look("city")}>${escapeHtml(city)}</span><br>`,
    `<span ${look("site")}>${escapeHtml(site.label)}</span>`,
  ]);
}

function foot({ city, from, lines, site, note }: MailSignature): string {
  return [
    `<p ${look("text")}>${[city, from, ...lines].map(escapeHtml).join("<br>\n")}</p>`,
    `<p ${look("text")}>${anchor(site.url, site.label)}</p>`,
    ...(note === null ? [] : [text(note)]),
  ].join("\n");
}

function blockHtml(block: MailBlock): string {
  switch (block.kind) {
    case "paragraph":
      return text(block.text);
    case "facts":
      if (block.facts.length === 0) return "";
      return layout("whole", `<td ${look("card")}>`, [
        `<table cellpadding="4" ${look("whole")}>`,
        ...block.facts.map(
          ({ label, value }) =>
            `<tr><th scope="row" align="left" nowrap ${look("term")}>${escapeHtml(label)}</th><td dir="auto" ${look("value")}>${withBreaks(value)}</td></tr>`,
        ),
        "</table>",
      ]);
    case "quote":
      return [
        label(block.label),
        layout("whole", `<td ${look("quote")}>`, [
          `<blockquote dir="auto" ${look("words")}>${withBreaks(block.text)}</blockquote>`,
        ]),
      ].join("\n");
    case "changes":
      return [
        label(block.label),
        layout("whole", `<td ${look("quote")}>`, [
          `<blockquote dir="auto" ${look("words")}>${block.changes.map((change) => changeHtml(change, block.marks)).join("")}</blockquote>`,
        ]),
      ].join("\n");
    case "steps":
      return [
        label(block.title),
        `<ol ${look("text")}>`,
        ...block.steps.map((step) => `<li>${escapeHtml(step)}</li>`),
        "</ol>",
      ].join("\n");
    case "link":
      return [
        block.isMain ? button(block.url, block.label) : `<p ${look("other")}>${anchor(block.url, block.label)}</p>`,
        `<p ${look("small")}>${anchor(block.url, block.url)}${block.note === null ? "" : `<br>\n${escapeHtml(block.note)}`}</p>`,
      ].join("\n");
  }
}

/** Crossed out and underlined as programs do it by themselves, and said in words for those who do not see that. */
function changeHtml({ kind, text: words }: TextChange, marks: { removed: string; added: string }): string {
  const shown = withBreaks(words);
  switch (kind) {
    case "same":
      return shown;
    case "removed":
      return `<del>${escapeHtml(marks.removed)}${shown}</del>`;
    case "added":
      return `<ins>${escapeHtml(marks.added)}${shown}</ins>`;
  }
}

const text = (words: string) => `<p ${look("text")}>${withBreaks(words)}</p>`;

const label = (words: string) => `<h2 ${look("label")}>${escapeHtml(words)}</h2>`;

/** The colour is the cell's, so that it has its height in Outlook too; without any style it is a box with a border. */
function button(url: string, words: string): string {
  return [
    `<table role="presentation" border="1" cellpadding="12" ${look("push")}>`,
    `<tr><td ${look("button")}><a href="${escapeHtml(url)}" ${look("press")}>${escapeHtml(words)}</a></td></tr>`,
    "</table>",
  ].join("\n");
}

const anchor = (url: string, words: string) => `<a href="${escapeHtml(url)}" ${look("link")}>${withBreaks(words)}</a>`;

const withBreaks = (words: string) => linesOf(words).map(breakable).join("<br>\n");

/** Escaped, with places where an address may be broken also where no style says so. What is copied stays the same: `<wbr>` is no character. */
const breakable = (line: string) =>
  line
    .split(/(?<=[^:/][/?&=-])(?=[\w.%~-]{8})/u)
    .map(escapeHtml)
    .join("<wbr>");
