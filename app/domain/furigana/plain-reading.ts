import type { PlacedToken } from "./token.ts";

/**
 * Words with two common readings between which only the meaning decides. A wrong reading misleads the people who need one, so these have
 * none. Written as the dictionary cuts them: 行っ of 行った may be いった or おこなった.
 */
const doubtful = new Set([
  ..."方 間 中 後 前 上 下 外 内 他 家 何 表 角 市場 一日 一月 人気 今日 明日 昨日 大勢 上手 下手 一人前 何分 何日".split(
    " ",
  ),
  ..."行っ 行なっ 開く 開い 開き 開け 開か 開こ 止め 止める 空い 空く 空き 辛い 辛く 通っ 通り 避け 抱い 汚れ 怒っ 怒る 経つ 細々".split(
    " ",
  ),
]);

/** Counters that sound the same after every number, with their readings. */
const counters = new Map(
  Object.entries({
    年: "ねん",
    年間: "ねんかん",
    年度: "ねんど",
    年生: "ねんせい",
    月: "がつ",
    か月: "かげつ",
    ヶ月: "かげつ",
    カ月: "かげつ",
    週: "しゅう",
    週間: "しゅうかん",
    時: "じ",
    時間: "じかん",
    秒: "びょう",
    円: "えん",
    件: "けん",
    回: "かい",
    名: "めい",
    歳: "さい",
    個: "こ",
    台: "だい",
    枚: "まい",
    社: "しゃ",
    字: "じ",
    文字: "もじ",
    番: "ばん",
    番地: "ばんち",
    丁目: "ちょうめ",
    号: "ごう",
    条: "じょう",
    項: "こう",
    項目: "こうもく",
    点: "てん",
    度: "ど",
    倍: "ばい",
    割: "わり",
    校: "こう",
    園: "えん",
    区: "く",
    期: "き",
    級: "きゅう",
    冊: "さつ",
    通: "つう",
    戸: "こ",
    世帯: "せたい",
    団体: "だんたい",
    種類: "しゅるい",
    か所: "かしょ",
    ヶ所: "かしょ",
    カ所: "かしょ",
    箇所: "かしょ",
    地区: "ちく",
    位: "い",
    代: "だい",
    班: "はん",
    章: "しょう",
    万: "まん",
    億: "おく",
    兆: "ちょう",
  }),
);

/** Numbers of days and people that have words of their own (ふつか, ひとり); 14 and 24 end like four days. */
const oddDays = new Set(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "14", "20", "24"]);
const oddPeople = new Set(["1", "2"]);

const weekdays = new Map(
  Object.entries({ 月: "げつ", 火: "か", 水: "すい", 木: "もく", 金: "きん", 土: "ど", 日: "にち", 祝: "しゅく" }),
);

/** The only numbers written in kanji that sound the same before every counter below. */
const kanjiNumbers = new Map(Object.entries({ 二: "に", 三: "さん", 五: "ご" }));
const afterKanjiNumber = new Set([
  ..."年回件度名社校園区期級冊通台枚点条項号".split(""),
  "年間",
  "年度",
  "か所",
  "種類",
]);

/**
 * The dictionary's reading of a word where it can be believed in this place; null where it cannot: names of people, pieces of words the
 * dictionary does not know, words with several readings, numbers and what counts them where the sound changes.
 *
 * @param index of the word among `placed`, the words of `text` in order; it holds kanji
 * @returns hiragana or katakana
 */
export function plainReading(text: string, placed: readonly PlacedToken[], index: number): string | null {
  const token = placed[index];
  if (!token || token.reading === null) return null;
  const { surface, reading, kind, start, end } = token;
  const weekday = weekdays.get(surface);
  if (weekday && isBetweenBrackets(text, start, end)) return weekday;

  // as far back as numbers reach; a longer run of digits is a number all the same, and looking through it again for every word takes its square
  const number = /[0-9０-９][0-9０-９,，.．]*$/.exec(text.slice(Math.max(0, start - 24), start))?.[0].normalize("NFKC");
  if (number !== undefined) return counterReading(number, token);

  const [previous, next] = [placed[index - 1], placed[index + 1]];
  if (kind[1] === "数") return kanjiNumberReading(surface, previous, next);
  if (previous?.kind[1] === "数" && previous.end === start) {
    if (afterKanjiNumber.has(surface) && kanjiNumbers.has(previous.surface)) return counters.get(surface) ?? null;
    if (surface === "人" && ["三", "五"].includes(previous.surface)) return "にん";
    return null;
  }
  // 年6回: "a year", not "age"
  if (surface === "年" && /[0-9０-９]/.test(text.charAt(end))) return "ねん";
  if (doubtful.has(surface) && kind[1] !== "接尾") return null;
  if (kind[1] === "接尾" && isDoubtfulEnding(surface, previous)) return null;
  if (kind[1] === "固有名詞" && kind[2] === "人名") return null;
  if (isPieceOfUnknown(token, previous, next)) return null;
  return reading;
}

function isBetweenBrackets(text: string, start: number, end: number): boolean {
  return /[((（・]/.test(text.charAt(start - 1)) && /[))）・]/.test(text.charAt(end));
}

function counterReading(number: string, { surface, reading, kind }: PlacedToken): string | null {
  if (surface === "日") return oddDays.has(number) || /[,.]/.test(number) ? null : "にち";
  if (surface === "人") return oddPeople.has(number) ? null : "にん";
  if (surface === "階") return number.endsWith("3") ? null : "かい";
  const known = counters.get(surface);
  if (known !== undefined) return known;
  // an ordinary word after a number (2026年度予算 has none, 3市町 does) keeps its reading; what counts does not
  return kind[1] === "接尾" || surface.length === 1 ? null : reading;
}

function kanjiNumberReading(surface: string, previous?: PlacedToken, next?: PlacedToken): string | null {
  const isPartOfNumber = previous?.kind[1] === "数" || next?.kind[1] === "数";
  if (isPartOfNumber || !next) return null;
  if (surface === "二" && next.surface === "人") return null;
  return afterKanjiNumber.has(next.surface) || (next.surface === "人" && surface !== "二")
    ? (kanjiNumbers.get(surface) ?? null)
    : null;
}

/** 町 may be まち or ちょう, 中 ちゅう or じゅう, 方 かた or ほう, and so on; the dictionary takes one of them every time. */
function isDoubtfulEnding(surface: string, previous?: PlacedToken): boolean {
  // what ends a word has a word before it
  if (previous === undefined || ["助詞", "助動詞", "記号"].includes(previous.kind[0])) return true;
  switch (surface) {
    case "町":
    case "村":
    case "山":
    case "川":
    case "原":
    case "島":
      return true;
    case "中":
      return /^(日|年|晩|国|町|市|村|家|体)$/.test(previous.surface);
    default:
      return false;
  }
}

/** Whether a word of one kanji stands next to a kanji the dictionary does not know, or to another lone kanji that is no ending. */
function isPieceOfUnknown(token: PlacedToken, previous?: PlacedToken, next?: PlacedToken): boolean {
  if (token.surface.length !== 1) return false;
  const neighbours = [previous?.end === token.start ? previous : null, next?.start === token.end ? next : null];
  return neighbours.some((neighbour) => {
    if (!neighbour || !/^\p{Script=Han}+$/u.test(neighbour.surface)) return false;
    if (neighbour.reading === null) return true;
    return neighbour.surface.length === 1 && isLone(token) && isLone(neighbour);
  });
}

/** A noun on its own, neither an ending (市, 課) nor a beginning (各, 本). */
function isLone({ kind }: PlacedToken): boolean {
  return kind[0] === "名詞" && kind[1] !== "接尾" && kind[1] !== "数" && kind[1] !== "非自立";
}
