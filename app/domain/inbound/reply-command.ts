import type { HandlingAct } from "#app/domain/handling/handling.ts";
import { type IsoDate, parseTypedDate } from "#app/domain/shared/japanese-date.ts";
import { typedCode } from "#app/domain/shared/normalize-text.ts";

/** What a desk can do by mail: what it can do through the link of its mail. */
export const replyActs = ["draft", "passOn", "extend", "notOurs", "ask"] as const satisfies readonly HandlingAct[];

export type ReplyAct = (typeof replyActs)[number];

/**
 * What the first line of a reply says to do. `argument` is what stands on that line after the word, `rest` what stands below it, both as
 * written. A reply whose first line says nothing of the kind is an answer: `stated` is false and all of it is `rest`.
 */
export type ReplyCommand = { act: ReplyAct; stated: boolean; argument: string; rest: string };

const words: readonly { act: ReplyAct; japanese: string; english: string }[] = [
  { act: "draft", japanese: "回答案?", english: "answer" },
  { act: "passOn", japanese: "転送|担当替え", english: "forward" },
  { act: "extend", japanese: "(?:回答)?期限(?:の)?延長|延長", english: "extend" },
  { act: "notOurs", japanese: "所管外", english: "not[ -]ours" },
  { act: "ask", japanese: "(?:投稿者への)?質問", english: "question" },
];

/** `【転送】人事担当`, `転送:人事担当`, `転送 人事担当`, `転送` alone; never a sentence that only begins so (「回答が遅れます」). */
const japaneseForms = words.map(({ act, japanese }) => ({
  act,
  form: new RegExp(
    String.raw`^(?:[【\[「<*#]\s*(?:${japanese})\s*[】\]」>*]|(?:${japanese})(?=[:\s]|$))\s*:?\s*(.*)$`,
    "u",
  ),
}));
/** English words begin ordinary sentences, so they need a colon or brackets, or a line of their own; dates and desks may follow at once. */
const englishForms = words.map(({ act, english }) => ({
  act,
  form: new RegExp(
    String.raw`^(?:\[\s*(?:${english})\s*\]|(?:${english})(?=\s*:|$)${
      act === "extend" || act === "passOn" || act === "notOurs" ? String.raw`|(?:${english})(?=\s)` : ""
    })\s*:?\s*(.*)$`,
    "iu",
  ),
}));

/** @param own the writer's own words, as `splitWords` gives them */
export function readCommand(own: string): ReplyCommand {
  const [first = "", ...others] = own.replace(/^\s+/, "").split("\n");
  const line = typedLine(first);
  for (const { act, form } of [...japaneseForms, ...englishForms]) {
    const found = form.exec(line);
    if (found === null) continue;
    const argument = found[1] ?? "";
    // As written: only the word that commands goes.
    return {
      act,
      stated: true,
      argument: argument === "" ? "" : asWritten(first, argument),
      rest: others.join("\n").replace(/^\n+/, "").trimEnd(),
    };
  }
  return { act: "draft", stated: false, argument: "", rest: own };
}

/** A line in which widths do not matter. Long-vowel marks stay what they are: they are letters of names. */
function typedLine(line: string): string {
  return line
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
}

/** The end of a line that normalises to `argument`; the normal form itself where the line cannot be cut so. */
function asWritten(line: string, argument: string): string {
  for (let at = 0; at < line.length; at += 1) {
    const end = line.slice(at).trim();
    if (typedLine(end) === argument) return end;
  }
  return argument;
}

/** A day at the beginning of a text, and what stands after it. */
export type StatedDay = { day: IsoDate; after: string };

const japaneseDay =
  /^(?:(?:令和|平成|R|H)\s*(?:元|\d{1,2})\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}日?|\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}日?|\d{8})(?:\s*\([日月火水木金土](?:曜日?)?\))?/;
const monthAndDay = /^(\d{1,2})\s*(?:月|[/.-])\s*(\d{1,2})日?(?!\d)(?:\s*\([日月火水木金土](?:曜日?)?\))?/;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const englishDay =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?)(?:,?\s+(\d{4}))?/i;

/**
 * The day a text begins with: 令和8年12月18日, R8.12.18, 2026-12-18, 18 December 2026, in any width. Without a year (12月18日, 12/18, 18 December)
 * it is the next such day from `today` on. Null: no day, or one that does not exist.
 */
export function statedDay(text: string, today: IsoDate): StatedDay | null {
  const line = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/^\s*(?:to|until|till|by)\s+/i, "")
    .trim();
  const whole = japaneseDay.exec(line);
  if (whole !== null) return withRest(parseTypedDate(whole[0]), line.slice(whole[0].length));
  const short = monthAndDay.exec(line);
  if (short !== null) return withRest(nextDay(short[1], short[2], today), line.slice(short[0].length));
  const english = englishDay.exec(line);
  if (english === null) return null;
  const month = months.indexOf((english[2] ?? english[3] ?? "").slice(0, 3).toLowerCase()) + 1;
  const date = english[1] ?? english[4];
  const day =
    month === 0
      ? null
      : english[5] === undefined
        ? nextDay(String(month), date, today)
        : parseTypedDate(`${english[5]}-${month}-${date}`);
  return withRest(day, line.slice(english[0].length));
}

function nextDay(month: string | undefined, date: string | undefined, today: IsoDate): IsoDate | null {
  const year = Number(today.slice(0, 4));
  const candidates = [year, year + 1].map((candidate) => parseTypedDate(typedCode(`${candidate}-${month}-${date}`)));
  return candidates.find((day) => day !== null && day >= today) ?? null;
}

function withRest(day: IsoDate | null, after: string): StatedDay | null {
  // 「12月18日まで 関係課との調整のため」: the reason is what is left.
  return day === null ? null : { day, after: after.replace(/^\s*(?:まで|迄)?(?:に|へ)?\s*[、,。:]?\s*/, "").trim() };
}
