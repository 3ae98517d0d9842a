import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { requiredLine, requiredText } from "#app/domain/submission/form-fields.ts";
import { roomLeft } from "./text-room.ts";

const limit = 12;
const text = requiredText(limit);
const line = requiredLine(limit);
const refuses = (schema: z.ZodType, typed: string) =>
  schema.safeParse(typed).error?.issues.some(({ message }) => message === "tooLong") ?? false;

/** Pieces of text that lengths are counted differently of: code units, code points, characters; and what is dropped before storing. */
const pieces = [
  "あ",
  "か\u3099",
  "é",
  "𠮷",
  "葛󠄀",
  "👨‍👩‍👧",
  "👍🏽",
  "🇯🇵",
  "\r\n",
  "\n",
  " ",
  "\u3000",
  "\t",
  "\u200b",
  "\u0007",
  "\ud83d",
  "ﾊﾟ",
  "＠",
];

/** Numbers that look random and are the same every time (xorshift). */
function* sequence(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

describe("the room left in a field", () => {
  it("counts what a reader sees", () => {
    expect(roomLeft("", limit, true)).toBe(12);
    expect(roomLeft("か\u3099👨‍👩‍👧𠮷", limit, true)).toBe(9);
    expect(roomLeft("あ\r\nい", limit, true)).toBe(9);
    expect(roomLeft("\r\n\r\nあ   \r\n", limit, true)).toBe(11);
    expect(roomLeft("あ".repeat(12), limit, true)).toBe(0);
    expect(roomLeft("あ".repeat(15), limit, true)).toBe(-3);
    expect(roomLeft("あ\r\nい", limit, false)).toBe(9);
  });

  it("is used up by one character of a thousand marks", () => {
    expect(roomLeft(`e${"\u0301".repeat(1_000)}`, limit, true)).toBe(-1);
  });

  it("is below zero exactly when the server refuses the text as too long", () => {
    const random = sequence(20_261_122);
    const next = (below: number) => random.next().value % below;
    for (let round = 0; round < 1_000; round += 1) {
      const typed = `あ${Array.from({ length: next(18) }, () => pieces[next(pieces.length)]).join("")}`;
      expect(roomLeft(typed, limit, true) < 0, JSON.stringify(typed)).toBe(refuses(text, typed));
      expect(roomLeft(typed, limit, false) < 0, JSON.stringify(typed)).toBe(refuses(line, typed));
    }
  });
});
