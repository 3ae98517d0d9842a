import { everydayKatakana, everydayVerbs, lengthOfValue, officeWords, officialNames } from "./plain-japanese-words.ts";

/** One word of an analysed sentence, in the terms of the IPA dictionary. */
export type Morpheme = {
  readonly surface: string;
  /** Dictionary form: 「読ま」 → 「読む」. */
  readonly base: string;
  /** 品詞, its first subdivision: 「動詞」「接尾」. */
  readonly wordClass: string;
  readonly subclass: string;
  /** 活用型: 「一段」「五段・ラ行」「カ変・来ル」, `*` for words that do not inflect. */
  readonly inflection: string;
};

/** Splits one sentence into its words, in order; the surfaces joined give the sentence without its white space. */
export type Analyse = (sentence: string) => readonly Morpheme[];

export const plainJapaneseRules = [
  /** more than 40 characters */
  "length",
  /** two negations that together mean yes, or 「…ないと…ません」 */
  "doubleNegation",
  /** 「〜なければなりません」 */
  "obligation",
  /** れる・られる with somebody else acting */
  "passive",
  /** られる in the sense of 「できる」 */
  "potential",
  /** れる・られる out of respect */
  "respect",
  /** せる・させる */
  "causative",
  /** a loanword that is not in daily use */
  "katakana",
  /** an office word */
  "office",
  /** a sentence that does not end in です or ます */
  "style",
  /** respectful or humble words beyond です・ます */
  "honorific",
  /** a polite request in the negative: 「〜ていただけませんか」「ご遠慮ください」 */
  "negativeRequest",
  /** a space between two words: the city's texts help with furigana and line breaks instead */
  "spacing",
] as const;

export type PlainJapaneseRule = (typeof plainJapaneseRules)[number];

export type HardPlace = {
  readonly rule: PlainJapaneseRule;
  readonly sentence: string;
  /** The words that break the rule; for `length` the number of characters. */
  readonly found: string;
  /** The plain word, where the list of office words has one. */
  readonly instead?: string;
};

/** Longest sentence, in characters as people count them (grapheme clusters). */
export const longestPlainSentence = 40;

const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
const names = Object.keys(officialNames).sort((one, other) => other.length - one.length);
const url = /https?:\/\/[\w!-~]+/g;
const placeholder = /\{\{\s*([\w.]+)[^}]*\}\}/g;
// one character that is no word, no kana and no punctuation, so that no rule sees it
const masked = "\uFFFC";

/** All places of a text that are hard to read for somebody who is learning Japanese, in the order of its sentences. */
export function findHardJapanese(text: string, analyse: Analyse): HardPlace[] {
  return sentencesOf(text).flatMap((sentence) => {
    const plain = withoutNames(sentence);
    const words = analyse(plain);
    return [
      ...findLength(sentence),
      ...findNegation(plain),
      ...findVerbSuffixes(words),
      ...findKatakana(plain),
      ...findOfficeWords(plain, words),
      ...findStyle(plain),
      ...findPoliteness(plain),
      ...findSpacing(plain),
    ].map((place) => ({ ...place, sentence }));
  });
}

type Place = Omit<HardPlace, "sentence">;

/** Sentences of a text: they end at 「。」「?」 or a line end, but not inside brackets, where a quotation stays whole. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let depth = 0;
  let sentence = "";
  const end = () => {
    if (sentence.trim() !== "") sentences.push(sentence.trim());
    sentence = "";
    depth = 0;
  };
  for (const character of text) {
    if (character === "\n") {
      end();
      continue;
    }
    sentence += character;
    if ("「『((【".includes(character)) depth += 1;
    else if ("」』))】".includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && "。??!!".includes(character)) end();
  }
  end();
  return sentences;
}

/**
 * Length of a sentence in characters as people count them. Addresses of pages and official names do not count, since nobody may shorten
 * them; a `{{value}}` counts as many characters as it usually shows.
 */
export function lengthOfSentence(sentence: string): number {
  const counted = withoutNames(sentence.replace(url, "")).replace(placeholder, (_, name: string) =>
    "□".repeat(lengthOfValue[name] ?? 6),
  );
  return [...segmenter.segment(counted.replaceAll(masked, ""))].length;
}

function findLength(sentence: string): Place[] {
  const length = lengthOfSentence(sentence);
  return length > longestPlainSentence ? [{ rule: "length", found: String(length) }] : [];
}

const no = "(?:ない|ありません|ません)";
const obligations =
  /(?:なければ|なけりゃ|なくては|ないと|ねば)(?:なりません|ならない|いけません|いけない|だめです|だめだ)/u;
const doubleNegations = [
  new RegExp(`(?:ない|ぬ)(?:こと|わけ|もの|ところ|はず)(?:は|も|では|でも|じゃ)${no}`, "u"),
  new RegExp(`(?:なく|なくも)(?:は|も)?${no}`, "u"),
  /ない(?:わけには(?:いかない|いきません)|と[はも](?:(?:かぎ|限)(?:らない|りません)|(?:言え|いえ)(?:ない|ません)))/u,
  /(?:ざるを(?:得|え)(?:ない|ません)|ずには(?:いられ|おけ|おか)(?:ない|ません))/u,
  // yes by way of two conditions: 「書かないと送ることができません」
  new RegExp(`(?:なければ|なくては|ないと(?!き|い[うっ])|ない(?:かぎり|限り|うちは))[^。]*?${no}`, "u"),
];

function findNegation(sentence: string): Place[] {
  // 「〜かもしれません」 says maybe, not no
  const said = sentence.replaceAll(/かもしれ(?:ません|ない)/gu, "");
  const obligation = obligations.exec(said);
  if (obligation) return [{ rule: "obligation", found: obligation[0] }];
  for (const pattern of doubleNegations) {
    const found = pattern.exec(said);
    if (found) return [{ rule: "doubleNegation", found: found[0] }];
  }
  return [];
}

/** Verbs that mean 「できる」 with られる far more often than anything else. */
const canVerbs = new Set(["見る", "来る", "出る", "着る", "寝る", "起きる", "食べる", "覚える", "調べる", "確かめる"]);
/** Verbs of coming and going, which hardly have a passive. */
const moves = new Set(["来る", "行く", "帰る", "戻る", "着く", "出る", "いる", "おる"]);
const personTitle = /(?:様|さま|さん|先生|市長|方|かた)$/u;

function findVerbSuffixes(words: readonly Morpheme[]): Place[] {
  const places: Place[] = [];
  words.forEach((word, index) => {
    const verb = words[index - 1];
    if (!verb || word.wordClass !== "動詞" || word.subclass !== "接尾") return;
    const found = `${verb.surface}${word.surface}`;
    if (Object.hasOwn(everydayVerbs, `${verb.base} ${word.base}`)) return;
    if (word.base === "せる" || word.base === "させる") places.push({ rule: "causative", found });
    if (word.base === "れる" || word.base === "られる") places.push({ rule: senseOfSuffix(words, index, verb), found });
  });
  return places;
}

/**
 * れる・られる has four senses that only the sentence tells apart. Respect: somebody with a title comes or goes. Potential: a verb that takes
 * られる, nobody acting (「…に」「…から」 with a person), and an object, a no or a question. Everything else counts as passive.
 */
function senseOfSuffix(words: readonly Morpheme[], index: number, verb: Morpheme): "passive" | "potential" | "respect" {
  const before = words.slice(0, index - 1);
  const particleAfter = (particles: readonly string[], noun: (word: Morpheme) => boolean) =>
    before.some((word, at) => {
      const next = before[at + 1];
      return next !== undefined && next.wordClass === "助詞" && particles.includes(next.surface) && noun(word);
    });
  const titled = particleAfter(["が", "は", "も"], (word) => personTitle.test(word.surface));
  if (titled && moves.has(verb.base)) return "respect";
  const agent = particleAfter(
    ["に", "から", "によって"],
    (word) => personTitle.test(word.surface) || actors.has(word.surface),
  );
  const takesRareru = verb.inflection.startsWith("一段") || verb.inflection.startsWith("カ変");
  if (!takesRareru || agent) return "passive";
  const after = words.slice(index + 1, index + 4).map((word) => word.surface);
  const denied = after[0] === "ない" || (after[0] === "ませ" && after[1] === "ん");
  const asked = after.includes("か");
  const object = before.some((word) => word.wordClass === "助詞" && word.surface === "を");
  return canVerbs.has(verb.base) || object || denied || asked ? "potential" : "passive";
}

const actors = new Set(["市", "人", "市民", "職員", "担当", "会社", "団体", "だれ", "私", "みんな", "友だち"]);

function findKatakana(sentence: string): Place[] {
  return [...sentence.matchAll(/[ァ-ヴー]{2,}/gu)]
    .map(([word]) => word)
    .filter((word) => !isMadeOf(word, Object.keys(everydayKatakana)))
    .map((found) => ({ rule: "katakana", found }) as const);
}

/** Whether a compound such as メールアドレス is nothing but listed words. */
function isMadeOf(word: string, parts: readonly string[]): boolean {
  return word === "" || parts.some((part) => word.startsWith(part) && isMadeOf(word.slice(part.length), parts));
}

function findOfficeWords(sentence: string, words: readonly Morpheme[]): Place[] {
  const starts = new Set<number>();
  let from = 0;
  for (const word of words) {
    from = sentence.indexOf(word.surface, from);
    starts.add(from);
    from += word.surface.length;
  }
  const taken: [start: number, end: number][] = [];
  return Object.entries(officeWords).flatMap(([word, instead]) => {
    const places: Place[] = [];
    for (let at = sentence.indexOf(word); at !== -1; at = sentence.indexOf(word, at + 1)) {
      // 「普通知られて」 holds 通知, but no word begins there
      const end = at + word.length;
      if (!starts.has(at) || taken.some(([start, stop]) => at < stop && start < end)) continue;
      taken.push([at, end]);
      places.push({ rule: "office", found: word, instead });
    }
    return places;
  });
}

const politeEnd = /(?:です|ます|ました|ません|でした|でしょう|ください|ましょう)(?:か|ね|よ)?(?:\([^()]*\))?[。??]$/u;
const plainEnd = /(?:である|だった|なのだ|のだ|だろう)$/u;

function findStyle(sentence: string): Place[] {
  const isSentence = /[。??!!]$/u.test(sentence);
  const breaks = isSentence ? !politeEnd.test(sentence) : plainEnd.test(sentence);
  return breaks ? [{ rule: "style", found: sentence.slice(-12) }] : [];
}

const negativeRequests =
  /(?:いただけ|もらえ|くれ|ください|願え|くださら)(?:ませんか|ないでしょうか|ないですか|ませんでしょうか)|ないよう(?:に)?(?:お願い|おねがい)|[ごお](?:遠慮|控え)(?:ください|願)/u;
const honorifics =
  /いただ[かきくけいこ]|ございま|くださいませ|いらっしゃ|おっしゃ|うかが|伺[いうっ]|存じ|承[りっ]|拝[見読]|恐れ入|申し(?:訳|上げ)|さしあげ|差し上げ|なさ[いっるりれ]|[ごお](?:[一-龠]{1,4}[ぁ-ん]{0,2}|かけ|ためし|まち)(?:になり|になる|くださ)/u;
// what everybody says every day
const everydayThanks = /ありがとうござい(?:ます|ました)/gu;

function findPoliteness(sentence: string): Place[] {
  const request = negativeRequests.exec(sentence);
  if (request) return [{ rule: "negativeRequest", found: request[0] }];
  const honorific = honorifics.exec(sentence.replaceAll(everydayThanks, masked));
  return honorific ? [{ rule: "honorific", found: honorific[0] }] : [];
}

function findSpacing(sentence: string): Place[] {
  const space = /[ぁ-んァ-ヴー一-龠々、][ \u3000]+[ぁ-んァ-ヴ一-龠々]+/u.exec(sentence);
  return space ? [{ rule: "spacing", found: space[0] }] : [];
}

function withoutNames(sentence: string): string {
  return names.reduce((text, name) => text.replaceAll(name, masked), sentence);
}
