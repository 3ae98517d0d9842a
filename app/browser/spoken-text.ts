/** A sentence of a text: offsets in UTF-16 code units, without the white space around it. */
export type Sentence = { start: number; end: number };

/** Longest piece spoken at once, in characters: some voices fall silent after a quarter of a minute. */
const longest = 160;

/** The end of a Japanese sentence with the brackets that close after it, unless the sentence goes on after them (「はい。」と答えた). */
const japaneseEnd =
  /[。．！？!?]+(?![。．！？!?」』）)”"])|[。．！？!?]+[」』）)”"]+(?![」』）)”"とをがのはもにで、]|って)|\n+/gu;
/** The end of an English one, before white space and what begins a sentence; not after a title, an initial or an abbreviation. */
const englishEnd = /(?<!\b(?:Mr|Mrs|Ms|Dr|No|St|vs|e\.g|i\.e|[A-Z]))[.!?]+["”’)]*(?=\s+["“‘(]?[A-Z0-9])|\n+/gu;

/** The sentences of a text, in order; together they hold everything in it but white space. */
export function sentencesOf(text: string, lang: "ja" | "en"): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const end of [...text.matchAll(lang === "ja" ? japaneseEnd : englishEnd)].map(
    ({ 0: sign, index }) => index + sign.length,
  )) {
    add(found, text, start, end);
    start = end;
  }
  add(found, text, start, text.length);
  return found;
}

function add(found: Sentence[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  const start = from + piece.length - piece.trimStart().length;
  const end = from + piece.trimEnd().length;
  if (!/[\p{L}\p{N}]/u.test(text.slice(start, end))) return;
  const pause = text.slice(start, end).search(new RegExp(`(?<=^.{40,${longest}}[、,;])(?=.{10})`, "su"));
  if (end - start <= longest || pause === -1) {
    found.push({ start, end });
    return;
  }
  found.push({ start, end: start + pause });
  add(found, text, start + pause, end);
}

/**
 * A sentence as it is to be spoken: white space as one space, and the city's words by their readings.
 *
 * @param readings the longest words first
 */
export function spoken(sentence: string, readings: readonly (readonly [word: string, reading: string])[]): string {
  let rest = sentence.replace(/\s+/g, " ").trim();
  let result = "";
  while (rest !== "") {
    const [word, reading] = readings.find(([one]) => rest.startsWith(one)) ?? [rest.slice(0, 1), rest.slice(0, 1)];
    result += reading;
    rest = rest.slice(word.length);
  }
  return result;
}
