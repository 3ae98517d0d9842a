/**
 * Text as people type it, and the forms of it that machines compare.
 *
 * What people wrote is stored and shown as they wrote it ({@link storedText}). Unicode normalisation is for comparing only
 * ({@link forMatching}): even NFC replaces CJK compatibility ideographs (U+FA19 becomes U+795E), which changes how a person's
 * name is written, and NFKC also rewrites ㈱, ① and full-width letters.
 */

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Hyphens, dashes, minus signs and box lines: whatever an input method offers for "-". The long-vowel mark ー is a letter and not here. */
const dashes = /[\u2010-\u2015\u2043\u207B\u208B\u2212\u2500\u2501\u2796\uFE58\uFE63\uFF0D]/g;

/** Longest sequence of UTF-16 code units that counts as an ordinary character: the longest emoji families have 11 to 15. */
const codeUnitsPerGrapheme = 16;

/** Most different bigrams kept of one text, enough for about 10,000 characters of prose. */
export const maximumBigrams = 10_000;

/** Most different bigrams asked of the index in one search; more would not make the answer any narrower. */
export const maximumQueryBigrams = 64;

/**
 * Text of several lines in the form that is stored and shown: as typed, with five repairs.
 *
 * 1. Every line end (CRLF, CR, NEL, VT, FF, U+2028, U+2029) becomes LF: browsers send CRLF, files bring the others.
 * 2. NUL and the other control characters except tab are dropped, as PostgreSQL refuses NUL and nothing shows the rest; half a
 *    surrogate pair becomes U+FFFD, as UTF-8 cannot carry it.
 * 3. White space at the ends of lines, blank lines at the start and everything blank at the end is dropped. Indentation stays.
 * 4. The two overrides of direction (U+202D, U+202E) are dropped: no language needs them, and with them a number reads otherwise to people
 *    than to the checks for personal data.
 * 5. Code points that are no characters (U+FDD0 to U+FDEF, and the last two of every plane, as U+FFFE and U+FFFF) are dropped: nobody types
 *    them, nothing shows them, and XML refuses some of them.
 *
 * Nothing else changes: no Unicode normalisation, and joiners, variation selectors and the other marks of direction stay. Doing it twice
 * changes nothing.
 */
export function storedText(input: string): string {
  const lines = input
    .toWellFormed()
    .replace(/\r\n?|[\u0085\v\f\u2028\u2029]/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: dropping them is the purpose
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202D\u202E]/g, "")
    .replace(/\p{Noncharacter_Code_Point}/gu, "")
    .split("\n")
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== "");
  return first === -1 ? "" : lines.slice(first).join("\n").trimEnd();
}

/** Text of one line (a name, a title) in the form that is stored: as {@link storedText}, with line ends and tabs made spaces, trimmed. */
export function storedLine(input: string): string {
  return storedText(input)
    .replace(/[\n\t]+/g, " ")
    .trim();
}

/** Whether a reader sees anything of a text: white space, joiners, marks of direction, fillers and empty Braille cells alone are nothing. */
export function isVisible(input: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u.test(input);
}

/** Full-width digits made half-width; everything else stays. */
export function halfWidthDigits(input: string): string {
  return input.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

/**
 * A number, key or address made of ASCII, as somebody typed it, with what an input method changes undone: full-width characters
 * half-width (NFKC), invisible characters dropped, dashes of every kind and the long-vowel mark as "-", trimmed. For parsing only.
 */
export function typedCode(input: string): string {
  return input
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(dashes, "-")
    .replace(/ー/g, "-")
    .trim();
}

/** Number of characters as a reader counts them (extended grapheme clusters, UAX #29): 👨‍👩‍👧 and か with a separate mark are 1 each. */
export function graphemeLength(input: string): number {
  let count = 0;
  for (const _ of graphemes.segment(input)) count += 1;
  return count;
}

/**
 * Whether a text has at most `max` characters as a reader counts them. Also false when its code units exceed 16 for each of these,
 * so that one "character" built of thousands of marks does not pass.
 */
export function fitsLength(input: string, max: number): boolean {
  if (input.length <= max) return true;
  return input.length <= max * codeUnitsPerGrapheme && graphemeLength(input) <= max;
}

/** Other forms of the same character that people mix in names and places; beyond what NFKC unites. */
const variants = new Map(
  [
    "高髙",
    "崎﨑嵜",
    "吉𠮷",
    "浜濱濵",
    "辺邊邉",
    "斉齊斎齋",
    "沢澤",
    "広廣",
    "桜櫻",
    "島嶋嶌",
    "国國",
    "学學",
    "真眞",
    "恵惠",
    "徳德",
    "曽曾",
    "瀬瀨",
    "条條",
    "竜龍",
    "円圓",
    "会會",
    "県縣",
    "柳栁",
    "橋槗",
    "淵渕",
    "桑桒",
    "富冨",
    "峰峯",
    "児兒",
    "実實",
    "栄榮",
    "関關",
    "鉄鐵",
    "塩鹽",
    "万萬",
    "与與",
    "予豫",
    "区區",
    "庁廳",
    "図圖",
    "医醫",
    "駅驛",
    "滝瀧",
    "蔵藏",
    "静靜",
    "黒黑",
    "緑綠",
  ].flatMap((row) => {
    const [usual = "", ...others] = row;
    return others.map((other) => [other, usual] as const);
  }),
);
const variant = new RegExp(`[${[...variants.keys()].join("")}]`, "gu");

/**
 * The form in which two texts are compared: what people would call "the same words". Never shown, never stored as the text.
 *
 * NFKC and lower case; invisible characters and variation selectors dropped; katakana as hiragana; dashes of every kind as "-",
 * also a long-vowel mark that stands after no kana (`R8ー42`); a long-vowel mark that ends a katakana or hiragana word of four or
 * more characters dropped (センター = センタ, the convention of JIS Z 8301; shorter words keep it, so ビール is not ビル); middle dots
 * dropped; ヶ and ヵ as か before counters (3ヶ月 = 3か月) and as が between kanji (霞ヶ関 = 霞が関); older and variant kanji as the
 * usual ones (髙 = 高, 﨑 = 崎); white space as one space, trimmed.
 */
export function forMatching(input: string): string {
  return (
    input
      .toWellFormed()
      .replace(/\p{Cf}|\p{Variation_Selector}/gu, "")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[・·•‧]/g, "")
      .replace(dashes, "-")
      .replace(/\u301C/g, "~")
      .replace(/ー{2,}/g, "ー")
      .replace(/(?<![ぁ-ゖァ-ヺゝゞヽヾー])ー/g, "-")
      .replace(/(?<=[ァ-ヺー]{3})ー(?![ァ-ヺー])/g, "")
      .replace(/(?<=[\d一二三四五六七八九十百千数何])[ヶヵケカ箇](?=[月所国年条町村])/g, "か")
      .replace(/(?<=\p{Script=Han})[ヶヵケ](?=\p{Script=Han})/gu, "が")
      .replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
      .replace(/(?<=[ぁ-ゖー]{3})ー(?![ぁ-ゖー])/g, "")
      .replace(/[ゕゖ]/g, (small) => (small === "ゕ" ? "か" : "け"))
      .replace(variant, (character) => variants.get(character) ?? character)
      // Dropping a dot can bring a letter and a mark together.
      .normalize("NFKC")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/**
 * What is searched of one row: its parts (title, body, …) in the form of {@link forMatching}, one per line, empty ones left out.
 * Lines keep a match from running over the border of two parts.
 */
export function searchText(parts: readonly (string | null | undefined)[]): string {
  return parts
    .map((part) => forMatching(part ?? ""))
    .filter((part) => part !== "")
    .join("\n");
}

/**
 * The different pairs of neighbouring letters and digits in a text, in order of appearance, for a `text[]` column under a GIN index.
 * Japanese is written without spaces and its commonest nouns have two characters, which word and trigram indexes miss.
 *
 * A text that contains a word contains all bigrams of the word; the reverse does not hold, so a search also compares the text
 * itself. Past {@link maximumBigrams} the rest of the text is not found by index.
 *
 * @param normalized text in the form of {@link forMatching} or {@link searchText}
 * @param max most bigrams to return
 */
export function bigrams(normalized: string, max: number = maximumBigrams): string[] {
  const found = new Set<string>();
  let previous = "";
  for (const character of normalized) {
    const current = /[\p{L}\p{N}\p{M}]/u.test(character) ? character : "";
    if (found.size >= max) break;
    if (previous !== "" && current !== "") found.add(previous + current);
    previous = current;
  }
  return [...found];
}

/** The words of a search as typed, in the form of {@link forMatching}, each once; at most 10. A row must contain all of them. */
export function queryTerms(query: string): string[] {
  return [...new Set(forMatching(query).split(" "))].filter((term) => term !== "").slice(0, 10);
}

/**
 * The bigrams a row must have to contain all words of a search, at most {@link maximumQueryBigrams}. Empty when no word has two
 * neighbouring letters or digits: such a search cannot use the index.
 *
 * @param query as typed
 */
export function queryBigrams(query: string): string[] {
  return bigrams(queryTerms(query).join("\n"), maximumQueryBigrams);
}

/** A text as a machine reads it, with the way back to where each piece stands in the original. */
export type MatchingView = {
  text: string;
  /** Offsets in the original of a non-empty range of `text`, in UTF-16 code units; whole characters as a reader counts them. */
  originalRange(start: number, end: number): { start: number; end: number };
};

/**
 * A text for pattern search that keeps the offsets of the original: NFKC character by character, invisible characters and marks
 * dropped, dashes as "-" (a long-vowel mark or the kanji 一 too, after a digit or closing bracket and before a digit). Case and kana stay.
 *
 * Circled and raised numbers (①, ²) become a space: they number a list, and as digits they would run into the number after them.
 */
export function matchingView(original: string): MatchingView {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  for (const { segment, index } of graphemes.segment(original)) {
    const folded = foldGrapheme(segment);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(index);
      ends.push(index + segment.length);
    }
    text += folded;
  }
  text = text.replace(/(?<=[\d)])[ー一](?=\d)/g, "-");
  return {
    text,
    originalRange: (start, end) => ({ start: starts[start] ?? original.length, end: ends[end - 1] ?? original.length }),
  };
}

function foldGrapheme(segment: string): string {
  if (segment.length === 1 && segment >= " " && segment <= "~") return segment;
  if (/^\p{No}/u.test(segment)) return " ";
  return segment
    .normalize("NFKC")
    .replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "")
    .replace(dashes, "-");
}
