import { Parser } from "htmlparser2";

/** Deepest nesting that is followed; deeper elements still give their text, without being told apart. */
const deepest = 400;

const blocks = new Set(
  "address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split(
    " ",
  ),
);
const spaced = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote"]);
const silent = new Set(["head", "script", "style", "title", "noscript", "template", "object", "svg"]);

/**
 * The text of a mail that is HTML alone, as a mail program that shows only text would put it: a line for each block, a blank line around
 * paragraphs, `> ` before what is quoted. Pictures, addresses of links and everything that is not shown are left out.
 */
export function htmlText(html: string): string {
  const lines: string[] = [];
  let line = "";
  let quoteDepth = 0;
  let silentDepth = 0;
  let preDepth = 0;
  let depth = 0;

  const endLine = () => {
    const words = preDepth > 0 ? line.trimEnd() : line.replace(/[ \t]+/g, " ").trim();
    lines.push(words === "" ? "" : `${quoteMark(quoteDepth)}${words}`);
    line = "";
  };
  const block = (name: string) => {
    if (line.trim() !== "") endLine();
    line = "";
    if (spaced.has(name) && lines.length > 0 && lines.at(-1) !== "") lines.push("");
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (silent.has(name)) silentDepth += 1;
        if (silentDepth > 0) return;
        if (name === "br") {
          endLine();
          return;
        }
        if (name === "td" || name === "th") line += line.trim() === "" ? "" : " ";
        if (!blocks.has(name)) return;
        block(name);
        if (name === "blockquote" && depth < deepest) quoteDepth += 1;
        if (name === "pre") preDepth += 1;
        if (name === "li") line = "・";
        // What Outlook puts between an answer and the message it answers.
        if (name === "hr" || /border-top:\s*solid/i.test(attributes.style ?? "")) lines.push(separator);
      },
      ontext(text) {
        if (silentDepth > 0) return;
        if (preDepth === 0) {
          line += text.replace(/[\s\u00a0]+/g, " ");
          return;
        }
        const [first = "", ...others] = text.split(/\r?\n/);
        line += first;
        for (const other of others) {
          endLine();
          line = other;
        }
      },
      onclosetag(name) {
        depth -= 1;
        if (silent.has(name)) silentDepth = Math.max(0, silentDepth - 1);
        if (silentDepth > 0 || !blocks.has(name)) return;
        block(name);
        if (name === "blockquote") quoteDepth = Math.max(0, quoteDepth - 1);
        if (name === "pre") preDepth = Math.max(0, preDepth - 1);
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  if (line.trim() !== "") endLine();
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** A line of underscores, as programs write it in text mail. */
const separator = "_".repeat(32);

function quoteMark(depth: number): string {
  return depth === 0 ? "" : `${">".repeat(Math.min(depth, 9))} `;
}
