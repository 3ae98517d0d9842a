/**
 * Whether a passage stands in a text word for word: one piece of it, or lines of it in their order, whole or (the first and the last) in part.
 * White space at the ends of lines and blank lines count for nothing. Nobody's words are rewritten when a matter is taken out of them.
 */
export function isVerbatim(text: string, passage: string): boolean {
  const wanted = linesOf(passage);
  if (wanted.length === 0) return false;
  if (linesOf(text).join("\n").includes(wanted.join("\n"))) return true;
  const lines = linesOf(text);
  let at = 0;
  for (const [index, line] of wanted.entries()) {
    const mayBePart = index === 0 || index === wanted.length - 1;
    while (at < lines.length && !(mayBePart ? lines[at]?.includes(line) : lines[at] === line)) at += 1;
    if (at === lines.length) return false;
    at += 1;
  }
  return true;
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
