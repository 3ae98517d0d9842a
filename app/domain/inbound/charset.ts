/**
 * Bytes of a mail as text, also where the mail says the wrong charset or none. Municipal mail programs still write ISO-2022-JP, and what they
 * write is Microsoft's form of it (①, ㈱ and 髙 in it, half-width katakana, sometimes shifted in and out): code pages 50220 to 50222. Shift_JIS and
 * EUC-JP are likewise code pages 932 and 51932; the platform's decoders know both.
 */

/** What mail programs call a charset, beyond the names of the Encoding Standard. Null: says nothing about the bytes. */
const otherNames = new Map<string, string | null>([
  ["ascii", null],
  ["us-ascii", null],
  ["ansi_x3.4-1968", null],
  ["7bit", null],
  ["8bit", null],
  ["default", null],
  ["unknown", null],
  ["unknown-8bit", null],
  ["x-unknown", null],
  ["cp932", "shift_jis"],
  ["ms932", "shift_jis"],
  ["windows-932", "shift_jis"],
  ["mac-japanese", "shift_jis"],
  ["x-mac-japanese", "shift_jis"],
  ["shift-jis-2004", "shift_jis"],
  ["shift_jisx0213", "shift_jis"],
  ["cp51932", "euc-jp"],
  ["eucjp", "euc-jp"],
  ["eucjp-ms", "euc-jp"],
  ["eucjp-win", "euc-jp"],
  ["ujis", "euc-jp"],
  ["jis", "iso-2022-jp"],
  ["cp50220", "iso-2022-jp"],
  ["cp50221", "iso-2022-jp"],
  ["cp50222", "iso-2022-jp"],
  ["csiso2022jp", "iso-2022-jp"],
  ["iso2022jp", "iso-2022-jp"],
  ["iso-2022-jp-1", "iso-2022-jp"],
  ["iso-2022-jp-2", "iso-2022-jp"],
  ["iso-2022-jp-3", "iso-2022-jp"],
  ["iso-2022-jp-2004", "iso-2022-jp"],
  ["iso-2022-jp-ms", "iso-2022-jp"],
  ["utf8mb4", "utf-8"],
]);

/** Charsets that Japanese mail really is in, in the order in which they are tried. */
const likely = ["utf-8", "iso-2022-jp", "shift_jis", "euc-jp"] as const;

/**
 * The text of `bytes`. What the mail declares is believed unless the bytes are impossible in it, or read far better in another charset.
 * Never throws: what no charset explains comes out with U+FFFD for the bytes that cannot be read.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): string {
  if (isPlainAscii(bytes)) return new TextDecoder("utf-8").decode(bytes);
  const marked = byteOrderMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const label = charsetOf(declared);
  const readings = [...new Set([...(label === null ? [] : [label]), ...likely])].flatMap((charset) => {
    const text = strictly(bytes, charset);
    // What was declared needs a good reason to be overruled.
    return text === null ? [] : [{ text, score: likeness(text) + (charset === label ? 0.2 : 0) }];
  });
  const [best] = readings.sort((one, other) => other.score - one.score);
  if (best !== undefined) return best.text;
  return label === "iso-2022-jp" ? fromIso2022Jp(bytes) : new TextDecoder(label ?? "utf-8").decode(bytes);
}

function charsetOf(declared: string | null): string | null {
  const name =
    declared
      ?.trim()
      .toLowerCase()
      .replace(/^["']|["']$/g, "") ?? "";
  if (name === "") return null;
  const other = otherNames.get(name.replace(/\*.*$/, ""));
  if (other !== undefined) return other;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}

/** Every byte below 0x80 and neither an escape nor a shift: the same in each charset mail comes in. */
function isPlainAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80 && byte !== 0x1b && byte !== 0x0e && byte !== 0x0f);
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xff && second === 0xfe ? "utf-16le" : null;
}

function strictly(bytes: Uint8Array, charset: string): string | null {
  if (charset === "iso-2022-jp") return hasEscapes(bytes) ? fromIso2022Jp(bytes) : null;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a sequence that designates a Japanese set stands in the text (ISO/IEC 2022: ESC $ B, ESC $ @, ESC ( I, ESC ( J, ESC $ ( D). */
function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at !== -1; at = bytes.indexOf(0x1b, at + 1)) {
    const next = bytes[at + 1];
    if (next === 0x24 || next === 0x28) return true;
  }
  return false;
}

/**
 * How much a text looks like what people write, from -1 to 1: kana and punctuation of Japanese speak for it, characters that wrong decoding
 * brings (half-width katakana, accented letters beside each other, private ones, control characters) against.
 */
function likeness(text: string): number {
  let good = 0;
  let bad = 0;
  let all = 0;
  for (const character of text.slice(0, 20_000)) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) bad += 1;
      continue;
    }
    all += 1;
    if (/[ぁ-ゖァ-ヺー、。「」・\uff01-\uff5e\u3000]/.test(character)) good += 1;
    else if (/\p{Script=Han}/u.test(character)) good += 0.6;
    else if (/[\uff61-\uff9f\ue000-\uf8ff\ufffd\u0080-\u009f]/.test(character)) bad += 1;
    else if (/[\u00a0-\u00ff]/.test(character)) bad += 0.5;
    else good += 0.3;
  }
  return (good - bad) / Math.max(all, 1);
}

/**
 * ISO-2022-JP as mail programs write it, by way of EUC-JP, whose decoder knows the vendors' rows. Double bytes end with the line, as the
 * standard asks: a wrapped line that forgot to escape back spoils nothing after it. Katakana may be escaped, shifted (SO, SI) or bare (8 bits).
 */
function fromIso2022Jp(bytes: Uint8Array): string {
  const out: number[] = [];
  let set: "ascii" | "double" | "kana" | "supplement" = "ascii";
  let shifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x1b) {
      const following = String.fromCharCode(...bytes.subarray(at + 1, at + 4));
      const found = escapes.find(([sequence]) => following.startsWith(sequence));
      if (found === undefined) continue;
      const [sequence, designated] = found;
      set = designated;
      at += sequence.length;
    } else if (byte === 0x0e || byte === 0x0f) {
      shifted = byte === 0x0e;
    } else if (byte === 0x0a || byte === 0x0d) {
      set = "ascii";
      shifted = false;
      out.push(byte);
    } else if ((set === "double" || set === "supplement") && byte > 0x20 && byte < 0x7f) {
      const second = bytes[at + 1] ?? 0;
      if (second <= 0x20 || second >= 0x7f) continue;
      if (set === "supplement") out.push(0x8f);
      out.push(byte | 0x80, second | 0x80);
      at += 1;
    } else if ((set === "kana" || shifted) && byte > 0x20 && byte < 0x60) {
      out.push(0x8e, byte | 0x80);
    } else if (byte >= 0xa1 && byte <= 0xdf) {
      out.push(0x8e, byte);
    } else {
      out.push(byte < 0x80 ? byte : 0x3f);
    }
  }
  return new TextDecoder("euc-jp").decode(Uint8Array.from(out));
}

const escapes = [
  ["$(D", "supplement"],
  ["$(B", "double"],
  ["$(Q", "double"],
  ["$(O", "double"],
  ["$B", "double"],
  ["$@", "double"],
  ["(B", "ascii"],
  ["(J", "ascii"],
  ["(H", "ascii"],
  ["(I", "kana"],
] as const;
