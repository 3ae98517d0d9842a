import { createElement, Fragment, type ReactElement, type ReactNode } from "react";
import { phraseStarts } from "#app/domain/shared/phrase-starts.ts";

/** Longer texts are no headings; they wrap as running text does. */
const longestText = 300;
const mostRemembered = 2_000;

/** Each text is taken apart once while it is remembered. */
const remembered = new Map<string, readonly string[]>();

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** What begins no line and what ends none (JIS X 4051, 行頭・行末禁則): the browser forgets them at a `<wbr>`. */
const neverFirst =
  /^[)\]}）］｝〕〉》」』】〙〗、。，．,.・:：;；?？!！ー〜…‥々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ\s]/u;
const neverLast = /[([{（［｛〔〈《「『【〘〖]$/u;
/** A short quotation reads as one word: 「働き方改革」 stays whole. */
const shortQuotation = /「[^「」]{1,9}」/gu;
const latin = /[\p{Script=Latin}\p{N}]/u;
const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/**
 * A Japanese text as the phrases a line may end after (BudouX's model). Joined again they are the text, character by character. A text
 * without Japanese, or longer than 300 UTF-16 units, is one phrase.
 */
export function phrasesOf(text: string): readonly string[] {
  if (text.length > longestText || !japanese.test(text)) return [text];
  const known = remembered.get(text);
  if (known) return known;
  const phrases = cut(text, [...phraseStarts(text), ...listBreaks(text)]);
  if (remembered.size >= mostRemembered) {
    const [oldest] = remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
  }
  remembered.set(text, phrases);
  return phrases;
}

/** After the middle dot of a list: 「人材育成・働き方改革」. Between katakana it parts one name. */
function listBreaks(text: string): number[] {
  return [...text.matchAll(/[^\p{Script=Katakana}]・(?=.)/gu)].map((match) => match.index + match[0].length);
}

function cut(text: string, places: readonly number[]): string[] {
  const whole = [...text.matchAll(shortQuotation)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const starts = new Set([...graphemes.segment(text)].map(({ index }) => index));
  const allowed = [...new Set(places)]
    .sort((a, b) => a - b)
    .filter((at) => {
      const [before, after] = [text.slice(0, at), text.slice(at)];
      return (
        at > 0 &&
        after !== "" &&
        starts.has(at) &&
        !neverFirst.test(after) &&
        !neverLast.test(before) &&
        !(latin.test(before.at(-1) ?? "") && latin.test(after.at(0) ?? "")) &&
        !whole.some(([from, to]) => at > from && at < to)
      );
    });
  return [0, ...allowed].map((from, index) => text.slice(from, allowed[index]));
}

const placeToBreak = <wbr />;

/**
 * A heading's words with places to break between phrases, so that a narrow line never ends inside a word. Anything but a plain Japanese
 * text is shown as it is. What is copied is the same text: `<wbr>` has no character. The style sheet does the rest (`:has(> wbr)`).
 */
export function Phrases({ children }: { children: ReactNode }): ReactElement {
  if (typeof children !== "string") return <>{children}</>;
  const [first, ...rest] = phrasesOf(children);
  return createElement(Fragment, null, first, ...rest.flatMap((phrase) => [placeToBreak, phrase]));
}
