import { readFileSync } from "node:fs";
import { type PersonalDataKind, personalDataKinds } from "#app/domain/shared/personal-data.ts";

/** A piece of personal data that a person marked: `certain` if a reader has no doubt what it is. Offsets in UTF-16 code units. */
export type Piece = { kind: PersonalDataKind; certain: boolean; start: number; end: number };

/** One text of the corpus as a citizen would send it, with every piece of personal data in it. */
export type LabelledText = { text: string; pieces: Piece[] };

/** The two parts of the corpus. Rules are written with `tuning` in sight; `holdout` is only counted. */
export const corpusParts = ["tuning", "holdout"] as const;

export type CorpusPart = (typeof corpusParts)[number];

/**
 * Reads a part of the corpus: one text a line, pieces marked as ⟦KIND:piece⟧, or ⟦KIND?:piece⟧ where a reader would have to look twice.
 * Empty lines and lines that start with "# " are for people. `\n` and `\u{200B}` stand for what an editor does not show.
 *
 * @throws Error naming the line, if its marks cannot be read or its kind is not one of {@link personalDataKinds}
 */
export function readCorpus(part: CorpusPart): LabelledText[] {
  return readFileSync(new URL(`${part}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "))
    .map(readLine);
}

function readLine(line: string): LabelledText {
  const pieces: Piece[] = [];
  let text = "";
  for (const [index, part] of line.split(/⟦([^⟧]*)⟧/).entries()) {
    if (index % 2 === 0) {
      text += unescaped(part);
      continue;
    }
    const mark = /^([A-Z_]+)(\??):(.+)$/s.exec(part);
    const kind = personalDataKinds.find((name) => name === mark?.[1]);
    if (!mark || !kind) throw new Error(`not a mark: ⟦${part}⟧ in ${line}`);
    const start = text.length;
    text += unescaped(mark[3] ?? "");
    pieces.push({ kind, certain: mark[2] === "", start, end: text.length });
  }
  if (/[⟦⟧]/.test(text)) throw new Error(`a mark is not closed in ${line}`);
  return { text, pieces };
}

function unescaped(text: string): string {
  return text
    .replace(/\\n/g, "\n")
    .replace(/\\u\{([0-9A-F]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
