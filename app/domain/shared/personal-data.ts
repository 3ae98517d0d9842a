import { findIndividualNumbers } from "./individual-number.ts";
import { type MatchingView, matchingView } from "./normalize-text.ts";
import { digitsOf } from "./phone-number.ts";

/** Kinds of personal data that are looked for, the gravest first. */
export const personalDataKinds = [
  "INDIVIDUAL_NUMBER",
  "CARD",
  "EMAIL",
  "PHONE",
  "BIRTH_DATE",
  "ADDRESS",
  "POSTAL_CODE",
  "NAME_LABEL",
] as const;

export type PersonalDataKind = (typeof personalDataKinds)[number];

/** How likely it is that a finding is what its kind says: hardly a doubt, worth a warning, worth a second look. */
export type FindingConfidence = "high" | "mid" | "low";

/** A piece of a text that looks like personal data. Offsets are those of the original text, in UTF-16 code units. */
export type PersonalDataFinding = {
  kind: PersonalDataKind;
  confidence: FindingConfidence;
  start: number;
  end: number;
  text: string;
};

/** A finding with offsets of the matching view. */
type Candidate = { kind: PersonalDataKind; confidence: FindingConfidence; start: number; end: number };

type Rule = {
  kind: PersonalDataKind;
  pattern: RegExp;
  /** The confidence of a match, or null if it is none. `at` is where the match starts in `text`. */
  judge: (match: RegExpExecArray, text: string) => FindingConfidence | null;
  /** The piece of the match that is the finding; all of it unless told. */
  extent?: (match: RegExpExecArray, text: string) => { start: number; end: number };
};

const confidenceRank: Record<FindingConfidence, number> = { high: 0, mid: 1, low: 2 };

/**
 * What looks like personal data in a text that would be public: to warn its author on the confirm page and to highlight it for the
 * moderator. Findings are never acted on by a machine, with one exception: an INDIVIDUAL_NUMBER of confidence `high` is refused before
 * storing (see `containsIndividualNumber`).
 *
 * Digits, dashes and letters are read in every width; invisible characters do not hide anything; the offsets lead to the original.
 * Findings do not overlap and come in the order of the text. The time taken grows with the length of the text.
 *
 * Not found: names without a label, bank accounts, addresses without a number, numbers written in words. Published places and dates
 * may be found although they are nobody's. Corporate numbers and the years of a plan are not findings.
 *
 * @param options.allowedPhones published numbers (those of the city's desks), in any grouping; they are no findings, also without
 *   their area code
 */
export function findPersonalData(
  original: string,
  options: { allowedPhones?: readonly string[] } = {},
): PersonalDataFinding[] {
  const view = matchingView(original);
  const allowed = (options.allowedPhones ?? []).map(digitsOf).filter((digits) => digits !== "");
  const candidates = rules
    .flatMap((rule) => applyRule(rule, view.text))
    .filter(
      ({ kind, start, end }) => kind !== "PHONE" || !isAllowed(nationalDigits(view.text.slice(start, end)), allowed),
    )
    .map(lessCertainIn(webAddresses(view.text)));
  const findings = [
    ...candidates.map((candidate) => toFinding(candidate, view, original)),
    ...findIndividualNumbers(original, view).map((finding) => ({ kind: "INDIVIDUAL_NUMBER" as const, ...finding })),
  ];
  return withoutOverlaps(findings);
}

function applyRule({ kind, pattern, judge, extent }: Rule, text: string): Candidate[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const confidence = judge(match, text);
    if (confidence === null) return [];
    const range = extent?.(match, text) ?? { start: match.index, end: match.index + match[0].length };
    return range.start < range.end ? [{ kind, confidence, ...range }] : [];
  });
}

function webAddresses(text: string): { start: number; end: number }[] {
  return [...text.matchAll(webAddress)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Makes the numbers that stand in web addresses `low`; an email address stays one wherever it stands. */
function lessCertainIn(addresses: readonly { start: number; end: number }[]): (candidate: Candidate) => Candidate {
  return (candidate) =>
    candidate.kind !== "EMAIL" && addresses.some(({ start, end }) => start <= candidate.start && candidate.end <= end)
      ? { ...candidate, confidence: "low" }
      : candidate;
}

function toFinding({ kind, confidence, start, end }: Candidate, view: MatchingView, original: string) {
  const range = view.originalRange(start, end);
  return { kind, confidence, ...range, text: original.slice(range.start, range.end) };
}

/** Of findings that overlap, the most certain stays; of equally certain ones the longest, then the gravest kind. */
function withoutOverlaps(findings: readonly PersonalDataFinding[]): PersonalDataFinding[] {
  const byWeight = [...findings].sort(
    (a, b) =>
      confidenceRank[a.confidence] - confidenceRank[b.confidence] ||
      b.end - b.start - (a.end - a.start) ||
      personalDataKinds.indexOf(a.kind) - personalDataKinds.indexOf(b.kind),
  );
  // One flag per code unit keeps this linear; comparing each pair would not be.
  const taken = new Uint8Array(findings.reduce((length, { end }) => Math.max(length, end), 0));
  const kept = byWeight.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}

/*
 * The patterns. Each repetition is bounded or can be read in one way only, and each starts where the character before it rules out a
 * longer match, so that no text makes them slow. They read the matching view: half-width ASCII, dashes as "-".
 */

/** A unit right after a number: what was counted is no code, address or phone. */
const counted =
  " ?(?:[年人円回件名個月週日時分秒台棟校班組度歳才割倍種枚頭戸階位万千百億%]|か所|カ所|ヶ所|箇所|世帯|ページ|つ|本(?!\\p{Script=Han})|(?:km|mm|cm|m|kg|g|t)(?![A-Za-z]))";

/** Digits written in kanji, the circle in the shapes that input methods offer for zero. */
const kanjiDigitValues = new Map([
  ...[..."〇一二三四五六七八九"].map((digit, value) => [digit, String(value)] as const),
  ["○", "0"],
  ["◯", "0"],
]);

function withKanjiDigitsRead(text: string): string {
  return text.replace(/[〇○◯一二三四五六七八九]/g, (digit) => kanjiDigitValues.get(digit) ?? digit);
}

/** Where web addresses stand. What is a number there mostly names a page. */
const webAddress = /(?:https?:\/\/|www\.)[!-~]+/g;

/** Two years, as in 2020-2024. */
const years = /^(?:19|20)\d{2}-(?:19|20)\d{2}$/;

/** Phone numbers. */

function nationalDigits(phone: string): string {
  return digitsOf(withKanjiDigitsRead(phone).replace(/^(?:\+|00)81[-. ]*(?:\(0\))?[-. ]?/, "0"));
}

/** A number without its area code is allowed too, but not a piece shorter than a subscriber's number. */
function isAllowed(digits: string, allowed: readonly string[]): boolean {
  return allowed.some((phone) => phone === digits || (digits.length >= 6 && phone.endsWith(digits)));
}

function isPhone(match: RegExpExecArray): boolean {
  const digits = nationalDigits(match[0]);
  return /^0[1-9]\d{8}$/.test(digits) || /^0[2-9]0\d{8}$/.test(digits);
}

const phoneLabel =
  /(?:電話|でんわ|デンワ|携帯|けいたい|ケータイ|連絡先|直通|代表|内線|TEL|FAX|ファッ?クス|phone|mobile|cell)[^\n\d]{0,10}$/i;

function hasPhoneLabel(match: RegExpExecArray, text: string): boolean {
  return phoneLabel.test(text.slice(Math.max(0, match.index - 20), match.index));
}

const certainPhone = (match: RegExpExecArray) => (isPhone(match) ? "high" : null);

/** A bracket that is closed only after the number belongs to the sentence: 母(06-0000-0000). */
const phoneExtent = (match: RegExpExecArray) => ({
  start: match.index + (match[0].startsWith("(") && !match[0].includes(")") ? 1 : 0),
  end: match.index + match[0].length,
});

const phoneRules: Rule[] = [
  {
    // 0144-32-6169, (0144)32-6169, 0144(32)6169, 0120-000-000, 090 0000-0000
    kind: "PHONE",
    pattern: /(?<!\d)(?<!\d[-.])\(?0\d{1,4}(?: ?- ?|\) ?-? ?|\(| )\d{1,4}(?: ?- ?|\) ?-? ?| )\d{3,4}(?!\d)(?!-\d)/g,
    judge: certainPhone,
    extent: phoneExtent,
  },
  {
    // 0144 32 6169, 0144.32.6169, 0144の32の6169, 0144/32/6169
    kind: "PHONE",
    pattern: /(?<!\d)(?<!\d[./])0\d{1,4}([ .・の/])\d{1,4}\1\d{3,4}(?!\d)/g,
    judge: certainPhone,
  },
  {
    // 0144-326169, (0144)326169
    kind: "PHONE",
    pattern: /(?<!\d)(?<!\d[-.])(?:\(0\d{1,4}\) ?|0\d{1,4}[- ])\d{5,8}(?!\d)(?!-\d)/g,
    judge: certainPhone,
  },
  {
    kind: "PHONE",
    pattern: /(?:\+|(?<![\d-])00)81[-. ]?(?:\(0\))?[-. ]?\d{1,4}(?:[-. ]?\d{1,4}){0,2}(?!\d)/g,
    judge: certainPhone,
  },
  {
    // 〇九〇-〇〇〇〇-〇〇〇〇
    kind: "PHONE",
    pattern:
      /(?<![〇○◯一二三四五六七八九十\d])[〇○◯][一二三四五六七八九〇○◯]{1,4}([-ー の・]?)[一二三四五六七八九〇○◯]{1,4}\1[一二三四五六七八九〇○◯]{3,4}(?![〇○◯一二三四五六七八九十\d])/g,
    judge: (match) => {
      const digits = nationalDigits(match[0]);
      return /^0[1-9]\d{8}$/.test(digits) || /^0[2-9]0\d{8}$/.test(digits) ? "high" : null;
    },
  },
  {
    // 09000000000 is a phone for certain; ten digits that start with 0 may be another number.
    kind: "PHONE",
    pattern: /(?:(?<![\dA-Za-z_/])|(?<=tel|fax|phone|mobile|cell))(?<!\d[-.])0\d{9,10}(?!\d)(?!-\d)/gi,
    judge: (match, text) => {
      if (!isPhone(match)) return null;
      return /^0[5-9]0\d{8}$/.test(match[0]) || hasPhoneLabel(match, text) ? "high" : "mid";
    },
  },
  {
    // 電話 32-6169: the city's own publications leave the area code out.
    kind: "PHONE",
    pattern: new RegExp(`(?<![\\d-])[1-9]\\d{0,3}-\\d{4}(?![\\d-]|${counted})`, "gu"),
    judge: (match, text) => (hasPhoneLabel(match, text) && !years.test(match[0]) ? "mid" : null),
  },
];

/** Email addresses. */

/** http://city.example@evil.example/: what stands before the @ of a web address is who opens it, or who it pretends to be of. */
function standsInAddress({ index }: RegExpExecArray, text: string): boolean {
  return /(?:https?|ftp):\/\/[^\s/?#@]{0,64}$/i.test(text.slice(Math.max(0, index - 72), index));
}

const emailRules: Rule[] = [
  {
    kind: "EMAIL",
    // A domain may be in Japanese, but 。 may then as well end the sentence.
    pattern:
      /(?<![\w.%+'-])[\w.%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.|[A-Za-z0-9-]{1,63}。){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9])/gu,
    judge: (match, text) => (standsInAddress(match, text) ? null : "high"),
  },
  {
    // a [at] example.com, a★example.com: written so that machines do not read it.
    kind: "EMAIL",
    pattern:
      /(?<![\w.%+'-])[\w.%+'-]{1,64} ?(?:[[({<] ?(?:at|@|アット|あっと) ?[\])}>] ?| @ ?|@ |[★☆●◎■◆])(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9])/gi,
    judge: () => "mid",
  },
  {
    // a at example dot com
    kind: "EMAIL",
    pattern:
      /(?<![\w.%+'-])[\w.%+'-]{1,64} ?(?:[[({<] ?(?:at|アット|あっと) ?[\])}>]| at | アット ) ?(?:[A-Za-z0-9-]{1,63} ?(?:[[({<] ?(?:dot|ドット|どっと) ?[\])}>]| dot | ドット ) ?){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9])/gi,
    judge: () => "mid",
  },
];

/** Postal codes. */

const postalCodeLabel =
  /(?:郵便番号|ゆうびん ?(?:ばんごう|番号)|zip(?: ?code)?|post(?:al)? ?code)(?: is)?[^\n\dA-Za-z]{0,6}$/i;

/** Words for numbers of things, right before one. */
const codeLabel =
  /(?:記号|型番|型式|品番|(?:カタログ|整理|管理|受付|注文|契約|製造|伝票|請求)番号|伝票|請求書|コード)[^\n\d]{0,3}$/;

const postalCodeRules: Rule[] = [
  {
    kind: "POSTAL_CODE",
    pattern: /〒 ?\d{3} ?-? ?\d{4}(?!\d)/g,
    judge: () => "high",
  },
  {
    kind: "POSTAL_CODE",
    pattern: new RegExp(`(?<![\\d-])\\d{3}-\\d{4}(?![\\d-]|${counted})`, "gu"),
    judge: (match, text) => {
      const before = text.slice(Math.max(0, match.index - 16), match.index);
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 10);
      if (postalCodeLabel.test(before) || /^\s?\p{Script=Han}{1,6}[都道府県市区町村郡]/u.test(after)) return "high";
      return codeLabel.test(before) ? null : "mid";
    },
  },
  {
    // 郵便番号0530000
    kind: "POSTAL_CODE",
    pattern: /(?<![\d-])\d{7}(?![\d-])/g,
    judge: (match, text) =>
      postalCodeLabel.test(text.slice(Math.max(0, match.index - 16), match.index)) ? "high" : null,
  },
];

/** Addresses. */

const digits = "\\d{1,4}(?![\\d年月円人時分件台])";
const kanjiDigits = "[一二三四五六七八九十百〇]{1,4}(?=丁目|番|号)";
const number = `(?:${digits}|${kanjiDigits})`;
/** What follows the first number of an address: 番 6号, -6-101, の6, 301号室. */
const houseNumber = `(?: ?(?:番地|番|号室|号)(?![車線館機])| ?- ?${digits}| ?の ?${digits}| ?${number}){1,8}`;
/** A building's name and a room, right after the house number. */
const room = "(?: ?[\\p{Script=Han}ァ-ヺーA-Za-z・]{2,20} ?\\d{1,4} ?(?:号室?|階|F))?";
const blockNumber = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";

/** Last characters of words before a numbering that is no address: 図1-2-3, 議案1-2-3, 平成30-4-1. */
const notPlaces = "第図表案問式紙項章節話号版令成和正治度年";

/** Words that a plan and its documents number: 施策1-2-3. */
const numberedWords =
  /(?:計画|施策|取組|取り組み|指標|項目|テーマ|資料|事業|目標|質問|設問|区分|番号|参考|課題|分類|戦略|方針|路線|系統|写真|様式|工程|プラン|ページ|バージョン|レベル|ケース|ステップ|フェーズ|ルート|ブロック|グループ)$/;

/** Characters of place names; hiragana would take the sentence before the place along. */
const placeCharacter = /[\p{Script=Han}々〇ヶヵァ-ヺー]/u;

/** How far an address is followed to the left of its first number. */
const longestPlaceName = 24;

/** Where an address begins whose number begins at `start`: before its prefecture, city and town. */
function placeStart(text: string, start: number): number {
  let begin = start;
  const floor = Math.max(0, start - longestPlaceName);
  while (begin > floor) {
    const before = text.charAt(begin - 1);
    const after = text.slice(begin, begin + 4);
    const belongs =
      placeCharacter.test(before) ||
      // 北1条: other digits are those of a postal code or phone right before the address.
      (/\d/.test(before) && /^\d?(?:条|丁目)/.test(after)) ||
      // 日の出町: only before a single character and 町, as の mostly joins words.
      (before === "の" && /^\p{Script=Han}町/u.test(after)) ||
      // 見本が丘: the particle is part of a name only before these, and only where a number follows.
      (before === "が" && /^[丘原台浜岡森谷崎]町?(?:\d|[一二三四五六七八九十])/.test(after)) ||
      (before === " " && /[都道府県市区町村郡]/.test(text.charAt(begin - 2)));
    if (!belongs) break;
    begin -= 1;
  }
  // A town whose own name is in hiragana (しらかば町): up to the particle or sign before it.
  if (begin < start && text.charAt(begin) === "町") {
    while (begin > floor && /[ぁ-ゖ]/.test(text.charAt(begin - 1)) && !/[はがをにで]/.test(text.charAt(begin - 1)))
      begin -= 1;
  }
  const label = /^.{0,20}(?:住所|居所|所在地|自宅|在住)/.exec(text.slice(begin, start));
  return begin + (label?.[0].length ?? 0);
}

const addressExtent = (match: RegExpExecArray, text: string) => ({
  start: placeStart(text, match.index),
  end: match.index + match[0].trimEnd().length,
});

const addressRules: Rule[] = [
  {
    // 旭町4丁目5番6号, 三丁目2-1
    kind: "ADDRESS",
    pattern: new RegExp(`(?<!\\d)${number} ?丁目 ?-? ?${number}(?:${houseNumber})?${room}`, "gu"),
    // Without a town before it, it may be the figure of speech 一丁目一番地 (what comes first).
    judge: (match, text) => {
      if (placeStart(text, match.index) < match.index) return "high";
      return match[0].startsWith("一丁目一番地") ? "low" : "mid";
    },
    extent: addressExtent,
  },
  {
    // 旭町4丁目: a place, seldom a home.
    kind: "ADDRESS",
    pattern: new RegExp(`(?<!\\d)${number} ?丁目`, "gu"),
    judge: () => "low",
    extent: addressExtent,
  },
  {
    // 字見本123番地4
    kind: "ADDRESS",
    pattern: new RegExp(`(?<!\\d)\\d{1,4} ?番地(?![区域帯点])(?:${houseNumber})?${room}`, "gu"),
    judge: (match, text) => (placeStart(text, match.index) < match.index ? "high" : "mid"),
    extent: addressExtent,
  },
  {
    // 旭町5番6号
    kind: "ADDRESS",
    pattern: new RegExp(`(?<!\\d)${number} ?番 ?${number} ?号(?![車線館機])(?:${houseNumber})?${room}`, "gu"),
    judge: (match, text) => (/[町条区村字丁]$/.test(text.slice(0, match.index).slice(-1)) ? "high" : "mid"),
    extent: addressExtent,
  },
  {
    // 北1条西2-1-1, 北一条西二丁目1
    kind: "ADDRESS",
    pattern: new RegExp(
      `(?<!第)(?:[北南東西] ?${blockNumber}条[東西南北]? ?|(?<!\\d)${blockNumber}条(?:通 ?|[東西南北] ?))${blockNumber}(?:丁目 ?|[-の])${digits}(?:${houseNumber})?${room}`,
      "gu",
    ),
    judge: (match, text) => (text.charAt(match.index - 1) === "第" ? null : "high"),
    extent: addressExtent,
  },
  {
    // 東3線45番地, 西5線北12番地, 東1線南5号: farmland, measured out in lines
    kind: "ADDRESS",
    pattern: new RegExp(
      `(?:[東西南北] ?\\d{1,3} ?線 ?[東西南北]?|(?<!\\d)\\d{1,3} ?線 ?[東西南北]) ?${digits} ?(?:番地|号)(?![車線館機])(?:${houseNumber})?${room}`,
      "gu",
    ),
    judge: () => "high",
    extent: addressExtent,
  },
  {
    // みほんちょう 4ちょうめ 5ばん 6ごう: written for people who read no kanji
    kind: "ADDRESS",
    pattern:
      /(?:(?<![ぁ-ゖー])[ぁ-ゖー]{1,12} )?(?:(?<![ぁ-ゖー])[ぁ-ゖー]{1,12}(?:ちょう|まち) ?)?(?<!\d)\d{1,2} ?ちょうめ ?(?:の ?)?\d{1,4}(?!\d)(?: ?(?:ばんち|ばん|ごう))?(?:(?: ?- ?| ?の ?| ?)(?<!\d)\d{1,4}(?!\d)(?: ?(?:ばんち|ばん|ごうしつ|ごう))?){0,3}/g,
    judge: () => "high",
    extent: (match) => {
      // A word before the town is part of it only if it is a city.
      const other = /^[ぁ-ゖー]{1,12}(?<!し|ぐん|く) /.exec(match[0]);
      const skipped = other && !/^[ぁ-ゖー]{1,12}(?:ちょう|まち) /.test(match[0]) ? other[0].length : 0;
      return { start: match.index + skipped, end: match.index + match[0].length };
    },
  },
  {
    // 1-2-3 Mihon-cho, Mihon-shi
    kind: "ADDRESS",
    pattern:
      /(?<![\d-])\d{1,4}-\d{1,4}(?:-\d{1,4}){0,2},? [A-Z][a-z]{1,20}(?:[- ]?(?:cho|chou|machi|chome|dori|mura|ku)\b)(?:, ?[A-Z][a-z]{1,20}(?:-(?:shi|ku|gun|cho|ken|fu|to)\b| (?:City|Ward|Town|Village|Prefecture)\b)?){0,3}/g,
    judge: () => "high",
  },
  {
    // 旭町4-5-6, 旭町4-5; a range of years after a town is none
    kind: "ADDRESS",
    pattern: new RegExp(
      `(?<=[町丁区村台丘園郷])\\d{1,4}[-の]\\d{1,4}(?:[-の]\\d{1,4}){0,2}(?![\\d-]|${counted})${room}`,
      "gu",
    ),
    judge: (match) => {
      const numbers = match[0].match(/\d+/g) ?? [];
      if (numbers.slice(0, 2).every((value) => value.length === 4)) return null;
      return numbers.length > 2 ? "high" : "mid";
    },
    extent: addressExtent,
  },
  {
    // 沼ノ端中央4-5-6, ウトナイ北3-2-1
    kind: "ADDRESS",
    pattern: new RegExp(
      `(?<=[\\p{Script=Han}ァ-ヺー])(?<![${notPlaces}])[1-9]\\d{0,2}-\\d{1,3}-\\d{1,4}(?![\\d-]|${counted})${room}`,
      "gu",
    ),
    judge: (match, text) => (numberedWords.test(text.slice(Math.max(0, match.index - 8), match.index)) ? null : "mid"),
    extent: addressExtent,
  },
  {
    // 苫小牧市字見本12-3: two numbers are an address only after a municipality and a place in it
    kind: "ADDRESS",
    pattern: new RegExp(`(?<=[\\p{Script=Han}ァ-ヺー])[1-9]\\d{0,3}-\\d{1,4}(?![\\d-]|${counted})`, "gu"),
    judge: (match, text) => {
      if (match[0].length === 9) return null;
      const place = text.slice(placeStart(text, match.index), match.index);
      return /.[市郡].|^字.|.字./u.test(place) && !new RegExp(`[${notPlaces}]$`, "u").test(place) ? "mid" : null;
    },
    extent: addressExtent,
  },
  {
    // 住所:見本市見本町 四の五
    kind: "ADDRESS",
    pattern: /(?:住所|居所|自宅) ?(?::|は|が) ?[^\n、。]{4,40}/gu,
    judge: (match) =>
      /[都道府県市区町村郡][^都道府県市区町村郡]*(?:\d|[一二三四五六七八九十](?:丁目|番|の))/u.test(match[0])
        ? "mid"
        : null,
    extent: (match) => {
      const label = /^(?:住所|居所|自宅) ?(?::|は|が) ?/.exec(match[0]);
      return { start: match.index + (label?.[0].length ?? 0), end: match.index + match[0].trimEnd().length };
    },
  },
];

/** Dates of birth. */

const era = "(?:明治|大正|昭和|平成|令和) ?(?:\\d{1,2}|元)";
const westernYear = "(?<!\\d)(?:18|19|20)\\d{2}";
const year = `(?:${era}|(?<![A-Za-z])[MTSHR] ?\\d{1,2}|${westernYear})`;
const kanjiNumber = "[一二三四五六七八九十〇元]{1,4}";
const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";

const dates = [
  // 昭和50年5月5日, 1975/05/05, S50.5.5, 1975年(昭和50年)5月5日
  `${year}(?: ?年 ?(?:\\((?:${era}|${westernYear}) ?年?\\) ?)?|[-./ ])\\d{1,2}(?: ?月 ?|[-./ ])\\d{1,2}(?!\\d)日?`,
  // 1975ねん 5がつ 5にち
  `${westernYear} ?ねん ?\\d{1,2} ?がつ ?\\d{1,2}(?!\\d)(?: ?(?:にち|か))?`,
  // 昭和五十年五月五日
  `(?:明治|大正|昭和|平成|令和|一九|二〇)${kanjiNumber}年${kanjiNumber}月${kanjiNumber}日`,
  // May 5, 1975 and 5 May 1975
  `\\b${month} \\d{1,2}(?:st|nd|rd|th)?,? (?:18|19|20)\\d{2}\\b`,
  `\\b\\d{1,2}(?:st|nd|rd|th)? ${month},? (?:18|19|20)\\d{2}\\b`,
];

/** Words that say that a date is somebody's birth, with nothing but their particle or sign before it: 誕生日の花火は is none. */
const birthLabel =
  /(?:生年月日|誕生日|たんじょうび|出生(?:年月日|日)?|(?:生|う)まれ(?:た(?:の|日))?)(?:\([^)\n]{0,8}\))?[はがも:=、・\s]{0,4}$|(?:birthday|birth ?date|date of birth|\bdob|\bborn)(?: is| was| on| in [A-Za-z ,]{1,12} on)?[^\n\dA-Za-z]{0,4}$/i;

/** 生産, 生活, 生まれ変わる and the like begin other words. */
const birthAfter = /^ ?\)? ?(?:に?(?:生|う)まれ(?!変|かわ)|生(?![\p{Script=Han}じきごまゴ]))/u;

const birthDateRules: Rule[] = [
  {
    kind: "BIRTH_DATE",
    pattern: new RegExp(dates.join("|"), "g"),
    judge: (match, text) => {
      const end = match.index + match[0].length;
      const before = text.slice(Math.max(0, match.index - 30), match.index);
      return birthLabel.test(before) || birthAfter.test(text.slice(end, end + 8)) ? "high" : null;
    },
  },
  {
    // 生年月日:19750505
    kind: "BIRTH_DATE",
    pattern: /(?<!\d)(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
    judge: (match, text) => (birthLabel.test(text.slice(Math.max(0, match.index - 30), match.index)) ? "high" : null),
  },
];

/** Payment cards. */

/** ISO/IEC 7812-1, Annex B. */
function hasLuhnDigit(value: string): boolean {
  const sum = [...value].reverse().reduce((total, digit, place) => {
    const doubled = place % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

const cardRules: Rule[] = [
  {
    kind: "CARD",
    pattern:
      /(?<!\d)(?<!\d[-.])[2-6]\d{3}([- ])\d{4}\1\d{4}\1\d{4}(?!\d|-\d)|(?<!\d)(?<!\d[-.])3[47]\d{2}([- ])\d{6}\2\d{5}(?!\d|-\d)|(?<!\d)(?<!\d[-.])3[0689]\d{2}([- ])\d{6}\3\d{4}(?!\d|-\d)/g,
    judge: (match) => (hasLuhnDigit(digitsOf(match[0])) ? "high" : null),
  },
  {
    // 14 to 16 digits: a corporate number has 13.
    kind: "CARD",
    pattern: /(?<![\dA-Za-z_/])(?<!\d[-.])[2-6]\d{13,15}(?!\d|-\d)/g,
    judge: (match, text) => {
      if (!hasLuhnDigit(match[0])) return null;
      const end = match.index + match[0].length;
      const around = `${text.slice(Math.max(0, match.index - 20), match.index)}\n${text.slice(end, end + 10)}`;
      return /カード|かーど|クレジット|card/i.test(around) ? "high" : "mid";
    },
  },
];

/** Names after a label. */

const nameWord = "(?:[\\p{Script=Han}々ヶ]{1,6}|[ぁ-ゖー]{2,8}|[ァ-ヺー]{2,10}|[A-Z][A-Za-z]{1,15})";
const noName =
  /^(?:なし|無し|無記名|匿名|非公開|未定|不明|同上|省略|市民|公開|記入|入力|大切|大事|必要|不要|自由|同じ)/;

/** Not the next label of a form that was typed in one line: 氏名:山田太郎 生年月日:昭和45年… */
const notALabel =
  "(?!(?:住所|電話|携帯|連絡先|生年月日|年齢|職業|性別|郵便番号)(?!\\p{Script=Han})|[^\\s:=、。]{1,16}(?:\\([^)\\n]{0,8}\\))? ?[:=])";

const nameExtent = (match: RegExpExecArray) => {
  const name = match.groups?.name ?? "";
  const start = match.index + match[0].indexOf(name);
  return { start, end: start + name.length };
};
const nameConfidence = (match: RegExpExecArray) => (noName.test(match.groups?.name ?? "") ? null : ("low" as const));

const nameRules: Rule[] = [
  {
    kind: "NAME_LABEL",
    pattern: new RegExp(
      `(?:(?:氏名|名前|なまえ|本名|フリガナ|ふりがな|(?:担当|代表|保護|記入|申請)者名?|署名|世帯主|代表|\\bname)(?:\\([^)\\n]{0,8}\\))? ?[:=] ?|(?:氏名|フリガナ|ふりがな|(?:記入|申請)者名?|署名|世帯主)(?:\\([^)\\n]{0,8}\\))? )(?<name>${nameWord}(?:[ ・]${notALabel}${nameWord})?)`,
      "giu",
    ),
    judge: nameConfidence,
    extent: nameExtent,
  },
  {
    kind: "NAME_LABEL",
    pattern: new RegExp(
      `(?:(?:名前|なまえ|本名)は|\\b[Mm]y name is) ?(?<name>${nameWord}(?: (?!です|だ|と)${nameWord})?) ?(?:です|だ|と(?:申|言|い)|といい|[.,!]|$)`,
      "gu",
    ),
    judge: nameConfidence,
    extent: nameExtent,
  },
  {
    kind: "NAME_LABEL",
    pattern: /(?<![\p{Script=Han}々])(?<name>[\p{Script=Han}々]{2,6}(?: [\p{Script=Han}々]{1,4})?) ?と申します/gu,
    judge: nameConfidence,
    extent: nameExtent,
  },
];

const rules: readonly Rule[] = [
  ...cardRules,
  ...emailRules,
  ...phoneRules,
  ...birthDateRules,
  ...addressRules,
  ...postalCodeRules,
  ...nameRules,
];
