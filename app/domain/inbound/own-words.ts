/**
 * What somebody wrote themselves in a reply, told apart from what their program quoted below or between it, and from their signature.
 *
 * Every line comes out in exactly one of the three. A line is only taken out of the own words for a mark that programs make; where it could be
 * the writer's own, it stays: a quote too many in a draft is struck out by whoever approves it, a lost sentence is missed by nobody.
 */
export type SplitWords = { own: string; quoted: string; signature: string };

type Kind = "own" | "quoted" | "signature";

/** Most lines of a signature; longer ones are taken for text. */
const longestSignature = 15;

/** @param text with any line ends */
export function splitWords(text: string): SplitWords {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const kinds: Kind[] = lines.map(() => "own");
  markQuotes(lines, kinds);
  markSignature(lines, kinds);
  const of = (kind: Kind) => tidy(lines.filter((_, at) => kinds[at] === kind));
  return { own: of("own"), quoted: of("quoted"), signature: of("signature") };
}

function tidy(lines: string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "")
    .trimEnd();
}

function markQuotes(lines: readonly string[], kinds: Kind[]): void {
  const lastMarked = lines.findLastIndex(isMarkedQuote);
  for (let at = 0; at < lines.length; at += 1) {
    if (isMarkedQuote(lines[at] ?? "")) {
      kinds[at] = "quoted";
      continue;
    }
    const header = headerBlockAt(lines, at);
    if (header !== null) {
      // Everything below the header of the message that is answered is that message; programs quote it as it was.
      kinds.fill("quoted", at);
      return;
    }
    const attribution = attributionAt(lines, at, lastMarked);
    if (attribution === null) continue;
    kinds.fill("quoted", at, attribution.end);
    if (attribution.rest === "all") {
      kinds.fill("quoted", at);
      return;
    }
    at = attribution.end - 1;
  }
  markQuotesWithInitials(lines, kinds);
  markBlanksBetweenQuotes(lines, kinds);
}

/** `> `, in the forms of programs and of people who quote by hand in Japanese (full-width). */
function isMarkedQuote(line: string): boolean {
  return /^[ \t]{0,3}(?:>|\uff1e|\|[ \t])/.test(line);
}

/** Three lines or more in a row that begin with the same initials and `>`: a way of quoting of older programs. */
function markQuotesWithInitials(lines: readonly string[], kinds: Kind[]): void {
  const initialsOf = (at: number) => /^[ ]{0,2}([A-Za-z]{1,6})>\s?/.exec(lines[at] ?? "")?.[1] ?? null;
  for (let at = 0; at < lines.length; at += 1) {
    const initials = initialsOf(at);
    let end = at;
    while (initials !== null && initialsOf(end) === initials) end += 1;
    if (end - at >= 3) kinds.fill("quoted", at, end);
    at = Math.max(at, end - 1);
  }
}

/** Blank lines with quoted lines on both sides belong to the quote. */
function markBlanksBetweenQuotes(lines: readonly string[], kinds: Kind[]): void {
  let last: number | null = null;
  lines.forEach((line, at) => {
    if (line.trim() === "") return;
    if (kinds[at] === "quoted" && last !== null && kinds[last] === "quoted") kinds.fill("quoted", last, at);
    last = at;
  });
}

const separatorWords =
  /^[ \t]*[-_=*━─‐–—ー]{2,}[ \t]*(?:original message|original appointment|forwarded message|forwarded by .*|reply message|元のメッセージ|元のメール|転送メッセージ|転送されたメッセージ|転送されたメール|オリジナルメッセージ|以下、?元のメール|ここから引用)[ \t]*[-_=*━─‐–—ー]{2,}[ \t]*$/i;
const forwardWords = /^[ \t]*(?:begin forwarded message|転送されたメッセージ|転送されたメール)[ \t]*[:\uff1a][ \t]*$/i;
const senderLine = /^[ \t]*\**[ \t]*(?:差出人|送信者|送信元|発信者|from)[ \t]*\**[ \t]*[:\uff1a]/i;
const otherHeaderLine =
  /^[ \t]*\**[ \t]*(?:送信日時|送信日|受信日時|日付|日時|宛先|送信先|件名|cc|bcc|to|sent|date|subject|reply-to|返信先|重要度|importance|差出人|from|添付ファイル|attachments)[ \t]*\**[ \t]*[:\uff1a]/i;
/** Longest line that marks a quote, in UTF-16 code units. */
const longestMark = 300;
const plainSeparator = /^[ \t]*[-_━─=]{10,}[ \t]*$/;

/**
 * Whether the header of the answered message begins at a line: an "Original Message" separator, or sender, date, recipient and subject in a
 * row. The words alone do not do: somebody may well write 「件名:」 in a sentence.
 */
function headerBlockAt(lines: readonly string[], at: number): true | null {
  const line = lines[at] ?? "";
  // A line of megabytes is no mark, and looking for its end from each place in it would take hours.
  if (line.length <= longestMark && (separatorWords.test(line) || forwardWords.test(line))) return true;
  let sender = at;
  if (plainSeparator.test(line)) {
    sender = at + 1;
    while (sender < at + 3 && (lines[sender] ?? "").trim() === "") sender += 1;
  }
  if (!senderLine.test(lines[sender] ?? "")) return null;
  let others = 0;
  let seen = 0;
  for (let next = sender + 1; next < lines.length && seen < 6; next += 1) {
    const following = lines[next] ?? "";
    if (following.trim() === "") continue;
    seen += 1;
    if (otherHeaderLine.test(following)) others += 1;
  }
  return others >= 2 ? true : null;
}

const clockTime = String.raw`\d{1,2}[:\uff1a時]\d{2}`;
const yearDay = String.raw`(?:\d{4}[年/.-]\s?\d{1,2}[月/.-]\s?\d{1,2}日?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|令和\s?\d{1,2}年\s?\d{1,2}月\s?\d{1,2}日|(?:\d{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s(?:\d{1,2},?\s)?\d{4})`;
const hasDay = new RegExp(yearDay, "i");
const hasTime = new RegExp(clockTime);
const address = /[<\uff1c(]?[^\s<>()\uff1c\uff1e:\uff1a]+@[^\s<>()\uff1c\uff1e:\uff1a]+[>\uff1e)]?/;
const endsAttribution =
  /(?:のメール|の返信|(?:さん)?[はが]?書きました(?:[ \t]*[(\uff08][^()\uff08\uff09]{4,40}[)\uff09])?|のメッセージ|さんからのメール|wrote|writes|a écrit|schrieb)[ \t]*[:\uff1a][ \t]*$/i;
const endsWithColon = /[:\uff1a][ \t]*$/;

/** Longest attribution, in lines: programs wrap it. */
const attributionLines = 3;

/**
 * Whether a line, or two or three wrapped ones, says who wrote what follows and when. If quoted lines follow, only they are the quote; if none
 * do, everything that follows is, provided the attribution has day, time and either an address or the words a program uses.
 */
function attributionAt(
  lines: readonly string[],
  at: number,
  lastMarked: number,
): { end: number; rest: "all" | "marked" } | null {
  if ((lines[at] ?? "").trim() === "") return null;
  let said = "";
  for (let end = at + 1; end <= at + attributionLines && end <= lines.length; end += 1) {
    const line = lines[end - 1] ?? "";
    if (line.trim() === "" || isMarkedQuote(line)) return null;
    said = `${said} ${line.trim()}`.trim();
    if (said.length > longestMark) return null;
    if (!endsWithColon.test(line)) continue;
    const usual = endsAttribution.test(said);
    const dated = hasDay.test(said) && hasTime.test(said);
    const addressed = address.test(said);
    let next = end;
    while (next < lines.length && (lines[next] ?? "").trim() === "") next += 1;
    const quoteFollows = isMarkedQuote(lines[next] ?? "");
    if (quoteFollows && ((dated && (usual || addressed)) || (usual && addressed) || (usual && hasDay.test(said))))
      return { end, rest: "marked" };
    if (!quoteFollows && dated && addressed && (usual || end - at <= 2)) {
      return lastMarked >= end ? null : { end, rest: "all" };
    }
    return null;
  }
  return null;
}

const sentFrom =
  /^[ \t]*(?:sent from my .{1,40}|get outlook for .{1,60}|iphoneから送信|ipadから送信|androidから送信|スマートフォンから送信|モバイル(?:端末)?から送信|outlook for (?:ios|android) ?を(?:入手|取得).{0,80}|yahoo!メール(?:アプリ)?から送信)[ \t]*\.?[ \t]*$/i;
/** The mark of RFC 3676 §4.3, whose space programs lose. */
const standardMark = /^-- ?$/;
/** A line of ornaments; what stands at the beginning and end of most Japanese signatures. */
const ornament = /^[ \t]*(?:[-_=*+#~・\uff0a\u2500-\u257f\uff1d\uff0d\uff5e■□◆◇●○☆★▼▲◎※∞|/\\.:]){5,}[ \t]*$/u;

const contact = [
  /(?:tel|電話|℡|☎|直通|代表|内線)[ \t]*[.:\uff1a(]?/i,
  /fax|ファクス|ファックス/i,
  /0\d{1,4}[-(\uff08\uff0d‐−ー]\d{1,4}[-)\uff09\uff0d‐−ー]\d{3,4}/,
  /[^\s@]+@[^\s@]+\.[^\s@]+/,
  /〒?\d{3}-\d{4}/,
  /(?:市役所|市庁|県庁|町役場|株式会社|city of|city hall)/i,
  /(?:部|局|課|室|係|担当|班|グループ)[ \t ]*(?:[^\s。]{0,8}[ \t ]?)?$/,
  /https?:\/\//i,
  /(?:課長|係長|主査|主事|主任|主幹|部長|室長|補佐|technician|officer|manager)/i,
];

/**
 * Marks the signature at the end of the own words: below `-- `, or from a line of ornaments on, if what follows has two of telephone, address,
 * office and the like and no sentence. Lines like "Sent from my iPhone" by themselves.
 */
function markSignature(lines: readonly string[], kinds: Kind[]): void {
  const own = () => lines.flatMap((line, at) => (kinds[at] === "own" && line.trim() !== "" ? [at] : []));
  for (const at of own()) if (sentFrom.test(lines[at] ?? "")) kinds[at] = "signature";

  const places = own();
  const mark = places.findLast((at) => standardMark.test(lines[at] ?? ""));
  if (mark !== undefined) {
    const below = places.filter((at) => at > mark);
    if (below.length <= longestSignature && isContiguous(lines, kinds, mark)) {
      for (const at of [mark, ...below]) kinds[at] = "signature";
      return;
    }
  }
  for (const start of places.slice(-longestSignature)) {
    if (!ornament.test(lines[start] ?? "")) continue;
    const block = places.filter((at) => at >= start);
    const words = block.map((at) => (lines[at] ?? "").trim().slice(0, 200)).filter((line) => !ornament.test(line));
    const signs = contact.filter((sign) => words.some((line) => sign.test(line))).length;
    if (words.length === 0 || signs < 2 || words.some((line) => /[。]|ます|です$/.test(line))) continue;
    if (!isContiguous(lines, kinds, start)) continue;
    for (const at of block) kinds[at] = "signature";
    return;
  }
}

/** Whether nothing quoted stands between a line and the last own one: a signature is never interrupted. */
function isContiguous(lines: readonly string[], kinds: readonly Kind[], start: number): boolean {
  const last = lines.findLastIndex((line, at) => kinds[at] === "own" && line.trim() !== "");
  return !lines.some((line, at) => at > start && at < last && kinds[at] === "quoted" && line.trim() !== "");
}
