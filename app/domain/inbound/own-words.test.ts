import { describe, expect, it } from "vitest";
import { corpus } from "#tests/bench/mail/corpus.ts";
import { splitWords } from "./own-words.ts";
import { readMessage } from "./read-message.server.ts";

const wordsOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .sort();

describe("telling own words from quoted ones", () => {
  it("loses no line and gives none twice, in any message of the corpus", async () => {
    const setup = { own: { sender: "x@y.example", replyDomain: null }, authenticationServer: null };
    for (const { name, raw } of corpus) {
      const { text } = await readMessage(raw, setup);
      const { own, quoted, signature } = splitWords(text);
      expect([...wordsOf(own), ...wordsOf(quoted), ...wordsOf(signature)].sort(), name).toEqual(wordsOf(text));
    }
  });

  it("takes every kind of line end", () => {
    expect(splitWords("一行目\r\n> 引用\r二行目\n").own).toBe("一行目\n二行目");
  });

  it("keeps what comes after quoted lines", () => {
    expect(splitWords("> 引用\n\n以上です。")).toEqual({ own: "以上です。", quoted: "> 引用", signature: "" });
  });

  it("keeps a signature-like block that a quote interrupts", () => {
    const text = "答えです。\n-- \n行革担当\n> 引用\n追伸です。";
    expect(splitWords(text).own).toBe("答えです。\n--\n行革担当\n追伸です。");
  });
});
