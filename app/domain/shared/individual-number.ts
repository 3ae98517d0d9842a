import { type MatchingView, matchingView } from "./normalize-text.ts";

/** A piece of text that is, or may be, somebody's individual number. Offsets are those of the original text, in UTF-16 code units. */
export type IndividualNumberFinding = {
  confidence: "high" | "mid" | "low";
  start: number;
  end: number;
  text: string;
};

type Group = { start: number; end: number };
type Confidence = IndividualNumberFinding["confidence"];

const contextWords =
  /マイ ?ナンバー|まいなんばー|個人番号|個人ナンバー|ナンバーカード|通知カード|my ?number|individual number/i;

/** Three years in groups: 2020-2021-2022. */
const years = /^(?:(?:19|20)\d{2}){3}$/;

/** What was counted, right after a figure; 人口 and 名前 begin with the same characters. */
const counted =
  /^(?:円|人|件|名|回|年度?|票|台|個|枚|冊|世帯|か所|ヶ所|箇所|歳|日|時間|分)(?!(?!以[上下]|未満|程度|前後|増|減)\p{Script=Han})/u;

/** A day and a running number, as offices number what arrives: 202404010001. */
const dayAndCounter = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}$/;

/** How many characters before and after a number are read for a word that says what it is. */
const contextBefore = 40;
const contextAfter = 20;

/** Digits in groups, with one to three separating characters between them. Each digit and separator can be read in one way only. */
const digitChain = /\d+(?:[-. ・]{1,3}\d+)*/g;

/**
 * Whether twelve digits have the check digit of an individual number (個人番号): the last one is 11 − (Σ Pn × Qn mod 11), or 0 where that
 * remainder is 0 or 1; n counts from the right without the check digit, Q is n + 1 up to n = 6 and n − 5 from n = 7
 * (行政手続における特定の個人を識別するための番号の利用等に関する法律に規定する個人番号等に関する省令, 平成26年総務省令第85号, 第5条).
 *
 * One in ten random numbers passes, so alone this does not say that a number is one.
 */
export function isIndividualNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 11)].reverse().reduce((total, digit, place) => {
    const n = place + 1;
    return total + Number(digit) * (n <= 6 ? n + 1 : n - 5);
  }, 0);
  const remainder = sum % 11;
  return Number(digits[11]) === (remainder <= 1 ? 0 : 11 - remainder);
}

/**
 * Individual numbers in a text, however wide their digits and whatever dashes, dots or spaces stand between them.
 *
 * - `high`: the check digit fits, and the number stands alone as 12 or as 4-4-4 digits, or a word near it says what it is. Such a text is
 *   refused before anything is stored: the law lets a city hold these numbers for listed purposes only (番号法 第20条).
 * - `mid`: the check digit fits and the number is part of a longer code or begins with a day; or it does not fit, but a word near it says
 *   what it is.
 * - `low`: the check digit fits, grouped in a way nobody writes these numbers in.
 *
 * Three figures that are round, in equal steps or counted (1200 1300 1400, 1204 1318 1422人) are not findings without such a word: who
 * writes them could not send their text at all. Corporate numbers (13 digits) are not findings either, cards (16) only beside a word that says individual number.
 *
 * @param view the text's {@link matchingView}, if the caller has it already
 */
export function findIndividualNumbers(
  original: string,
  view: MatchingView = matchingView(original),
): IndividualNumberFinding[] {
  const findings: IndividualNumberFinding[] = [];
  for (const chain of view.text.matchAll(digitChain)) {
    const groups = [...chain[0].matchAll(/\d+/g)].map((group) => {
      const start = chain.index + group.index;
      return { start, end: start + group[0].length };
    });
    for (const candidate of candidates(view.text, groups)) {
      const { start, end } = view.originalRange(candidate.start, candidate.end);
      findings.push({ confidence: candidate.confidence, start, end, text: original.slice(start, end) });
    }
  }
  return findings;
}

/** Whether a text must be refused before it is stored: it has a finding of {@link findIndividualNumbers} with confidence `high`. */
export function containsIndividualNumber(original: string): boolean {
  return findIndividualNumbers(original).some((finding) => finding.confidence === "high");
}

function candidates(text: string, groups: readonly Group[]): (Group & { confidence: Confidence })[] {
  const found: (Group & { confidence: Confidence })[] = [];
  let free = 0;
  groups.forEach((group, index) => {
    if (index < free) return;
    const run = runFrom(text, groups, index);
    const confidence = run && judge(text, groups, index, run);
    if (run === null || confidence === null) return;
    found.push({ start: group.start, end: run.end, confidence });
    free = index + run.count;
  });
  return found;
}

type Run = Group & { count: number };

/** The groups from one on that have the same separator throughout and twelve digits together, if there are such. */
function runFrom(text: string, groups: readonly Group[], index: number): Run | null {
  const first = groups[index];
  if (first === undefined) return null;
  let digits = first.end - first.start;
  const separator = separatorAfter(text, groups, index);
  let count = 1;
  while (digits < 12 && separatorAfter(text, groups, index + count - 1) === separator) {
    const next = groups[index + count];
    if (next === undefined) break;
    digits += next.end - next.start;
    count += 1;
  }
  const last = groups[index + count - 1];
  return digits === 12 && last !== undefined ? { start: first.start, end: last.end, count } : null;
}

function judge(text: string, groups: readonly Group[], index: number, run: Run): Confidence | null {
  const digits = text.slice(run.start, run.end).replace(/\D/g, "");
  if (/^0+$/.test(digits)) return null;
  const usual = run.count === 1 || groupLengths(groups, index, run.count) === "4,4,4";
  const fits = isIndividualNumber(digits);
  const named = contextWords.test(
    `${text.slice(Math.max(0, run.start - contextBefore), run.start)}\n${text.slice(run.end, run.end + contextAfter)}`,
  );
  const before = separatorAfter(text, groups, index - 1);
  const after = separatorAfter(text, groups, index + run.count - 1);
  const inner = separatorAfter(text, groups, index);

  if (run.count > 1 && (before === inner || after === inner)) {
    const total = uniformLength(text, groups, index, inner);
    if (total === 13) return null;
    if (!fits) return null;
    if (named) return "high";
    return usual && total !== 16 ? "mid" : null;
  }
  if (!fits) return named ? "mid" : null;
  if (named) return "high";
  if (!usual) return text[run.start - 1] === "+" ? null : "low";
  if (run.count > 1 && (years.test(digits) || readsAsFigures(digits, text.slice(run.end, run.end + 4)))) return null;
  const partOfCode =
    /[A-Za-z_/]/.test(text.charAt(run.start - 1) + text.charAt(run.end)) ||
    (run.count === 1 && [before, after].some((separator) => separator === "-" || separator === "."));
  return partOfCode || (run.count === 1 && dayAndCounter.test(digits)) ? "mid" : "high";
}

/**
 * Whether 4-4-4 digits are three figures rather than one number: all round (1200 1300 1400), in equal steps (1990 1995 2000), or counted
 * (1204 1318 1422人). One in some ten thousand individual numbers looks like the first two.
 */
function readsAsFigures(digits: string, after: string): boolean {
  const figures = (digits.match(/\d{4}/g) ?? []).map(Number);
  const [first = 0, second = 0, third = 0] = figures;
  const isRound = figures.every((figure) => figure % 100 === 0);
  const inSteps = second !== first && second - first === third - second;
  return isRound || inSteps || counted.test(after);
}

/** What stands between a group and the next; "" at the ends, where it is neither. */
function separatorAfter(text: string, groups: readonly Group[], index: number): string {
  const group = groups[index];
  const next = groups[index + 1];
  return group === undefined || next === undefined ? "" : text.slice(group.end, next.start);
}

function groupLengths(groups: readonly Group[], index: number, count: number): string {
  return groups
    .slice(index, index + count)
    .map((group) => group.end - group.start)
    .join(",");
}

/** Number of digits in the longest run of groups around a group that has one separator throughout. Past 17 it stops counting. */
function uniformLength(text: string, groups: readonly Group[], index: number, separator: string): number {
  let first = index;
  let last = index + 1;
  while (index - first < 17 && first > 0 && separatorAfter(text, groups, first - 1) === separator) first -= 1;
  while (last - index < 17 && separatorAfter(text, groups, last) === separator) last += 1;
  return groups.slice(first, last + 1).reduce((total, group) => total + group.end - group.start, 0);
}
