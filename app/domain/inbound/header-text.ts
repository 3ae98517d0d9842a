import { decodeText } from "./charset.ts";

const encodedWord = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?=/g;

/**
 * A header's value as people read it (RFC 2047), unfolded. Encoded words of one charset that follow each other are joined before they are
 * decoded: programs cut them in the middle of a character although they must not.
 *
 * @param line the value's bytes, one character each (Latin-1). Bytes that were never encoded are read as body text would be.
 */
export function headerText(line: string): string {
  const value = line.replace(/\r?\n(?=[ \t])/g, "").trim();
  const bare = toBytes(value);
  if (bare.some((byte) => byte >= 0x80 || byte === 0x1b)) return decodeText(bare, null);
  const found = [...value.matchAll(encodedWord)];
  if (found.length === 0) return value;
  let text = "";
  let end = 0;
  let waiting: { charset: string; bytes: number[] } | null = null;
  const flush = () => {
    if (waiting !== null) text += decodeText(Uint8Array.from(waiting.bytes), waiting.charset);
    waiting = null;
  };
  for (const word of found) {
    const [whole, charset = "", encoding = "", encoded = ""] = word;
    const between = value.slice(end, word.index);
    if (waiting === null || between.trim() !== "" || charset.toLowerCase() !== waiting.charset) {
      flush();
      // White space between two encoded words separates nothing.
      if (end === 0 || between.trim() !== "") text += between;
      waiting = { charset: charset.toLowerCase(), bytes: [] };
    }
    for (const byte of encoding.toLowerCase() === "b" ? fromBase64(encoded) : fromQ(encoded)) waiting.bytes.push(byte);
    end = word.index + whole.length;
  }
  flush();
  return text + value.slice(end);
}

function toBytes(latin1: string): Uint8Array {
  return Uint8Array.from(latin1, (character) => character.charCodeAt(0) & 0xff);
}

function fromBase64(encoded: string): Uint8Array {
  const letters = encoded.replace(/[^A-Za-z0-9+/]/g, "");
  // One letter more than a multiple of four carries no whole byte: something was cut off.
  return toBytes(atob(letters.slice(0, letters.length % 4 === 1 ? -1 : undefined)));
}

function fromQ(encoded: string): Uint8Array {
  const characters = encoded
    .replace(/_/g, " ")
    .replace(/=([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return toBytes(characters);
}
