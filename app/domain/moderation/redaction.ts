import type { PersonalDataKind } from "#app/domain/shared/personal-data.ts";

/** What stands in place of something hidden, by what it was. Written into people's texts, so the same in every language. */
export const redactionWords = {
  PHONE: "〔電話番号〕",
  EMAIL: "〔メールアドレス〕",
  ADDRESS: "〔住所〕",
  POSTAL_CODE: "〔郵便番号〕",
  BIRTH_DATE: "〔生年月日〕",
  NAME: "〔氏名〕",
  CARD: "〔カード番号〕",
  INDIVIDUAL_NUMBER: "〔個人番号〕",
  OTHER: "〔個人情報〕",
} as const;

export type RedactionLabel = keyof typeof redactionWords;

export const redactionLabels = Object.keys(redactionWords) as RedactionLabel[];

/** The label for a finding of this kind. */
export function labelOf(kind: PersonalDataKind): RedactionLabel {
  return kind === "NAME_LABEL" ? "NAME" : kind;
}

/** The public texts of a submission or comment, in the order pages show them. */
export const publicFieldNames = ["title", "body", "expectedEffect", "area", "displayName", "organizationName"] as const;

export type PublicFieldName = (typeof publicFieldNames)[number];

export type PublicTexts = Partial<Record<PublicFieldName, string | null>>;

/** A range of one text that is to be hidden. Offsets in UTF-16 code units. */
export type RedactionRange = { field: PublicFieldName; start: number; end: number; label: RedactionLabel };

/** What a moderator chose to hide: ranges (findings), and words that are hidden wherever they stand. */
export type RedactionChoice = {
  ranges: readonly RedactionRange[];
  words: { text: string; label: RedactionLabel } | null;
};

/** Something that was hidden, and its label. */
export type HiddenPiece = { text: string; label: RedactionLabel };

/** One text with pieces hidden: what it reads now, where the labels stand in it, and what was hidden. */
export type RedactedText = { text: string; labels: { start: number; end: number }[]; hidden: HiddenPiece[] };

/** Fewer characters than this are hidden only where they were pointed at, not in earlier versions and mails too. */
const shortestWordEverywhere = 2;

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/**
 * What the public texts read once a choice is carried out; only texts that change are in the result. Ranges are widened to whole characters
 * as a reader counts them; those that overlap become one, labelled 〔個人情報〕 unless they agree.
 *
 * @returns the key of what is wrong: a range outside its text or without content ("choose"), words that stand nowhere ("notInText"), or
 *   nothing chosen ("nothingToHide")
 */
export function redact(
  texts: PublicTexts,
  { ranges, words }: RedactionChoice,
): { redacted: Map<PublicFieldName, RedactedText> } | { problem: "choose" | "notInText" | "nothingToHide" } {
  const wanted = [...ranges];
  if (words !== null) {
    const found = publicFieldNames.flatMap((field) => occurrences(texts[field] ?? "", words, field));
    if (found.length === 0) return { problem: "notInText" };
    wanted.push(...found);
  }
  if (wanted.length === 0) return { problem: "nothingToHide" };
  if (wanted.some((range) => !liesIn(texts[range.field] ?? "", range))) return { problem: "choose" };
  const redacted = new Map<PublicFieldName, RedactedText>();
  for (const field of publicFieldNames) {
    const own = wanted.filter((range) => range.field === field);
    if (own.length > 0) redacted.set(field, hide(texts[field] ?? "", own));
  }
  return { redacted };
}

/** The same pieces hidden wherever they stand in another text: an earlier version, or a mail that repeats it. The longest come first. */
export function hideEverywhere(text: string, hidden: readonly HiddenPiece[]): string {
  const pieces = new Map(
    hidden
      .filter((piece) => [...piece.text].length >= shortestWordEverywhere)
      .map((piece) => [piece.text, piece.label]),
  );
  if (pieces.size === 0) return text;
  const longestFirst = [...pieces.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(
    longestFirst.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"),
    "g",
  );
  return text.replace(pattern, (piece) => redactionWords[pieces.get(piece) ?? "OTHER"]);
}

type Range = Omit<RedactionRange, "field">;

function occurrences(text: string, words: { text: string; label: RedactionLabel }, field: PublicFieldName) {
  const found: RedactionRange[] = [];
  if (words.text === "") return found;
  for (
    let start = text.indexOf(words.text);
    start !== -1;
    start = text.indexOf(words.text, start + words.text.length)
  ) {
    found.push({ field, start, end: start + words.text.length, label: words.label });
  }
  return found;
}

function liesIn(text: string, { start, end }: Range): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
}

function hide(text: string, ranges: readonly Range[]): RedactedText {
  const result: RedactedText = { text: "", labels: [], hidden: [] };
  let at = 0;
  for (const { start, end, label } of joined(ranges.map((range) => widened(text, range)))) {
    const words = redactionWords[label];
    result.text += text.slice(at, start);
    result.labels.push({ start: result.text.length, end: result.text.length + words.length });
    result.text += words;
    result.hidden.push({ text: text.slice(start, end), label });
    at = end;
  }
  result.text += text.slice(at);
  return result;
}

/** A range that cuts through a character (half an emoji, a letter without its mark) takes all of it. */
function widened(text: string, range: Range): Range {
  const characters = graphemes.segment(text);
  const first = characters.containing(range.start);
  const last = characters.containing(range.end - 1);
  return {
    ...range,
    start: first?.index ?? range.start,
    end: last ? last.index + last.segment.length : range.end,
  };
}

function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = result.at(-1);
    if (last === undefined || last.end <= range.start) {
      result.push({ ...range });
      continue;
    }
    last.end = Math.max(last.end, range.end);
    if (last.label !== range.label) last.label = "OTHER";
  }
  return result;
}
