import { describe, expect, it } from "vitest";
import { paragraphs } from "./paragraphs.ts";

describe("paragraphs", () => {
  it("splits at blank lines and keeps the line breaks between them", () => {
    expect(paragraphs("一行目\n二行目\n\n三行目")).toEqual(["一行目\n二行目", "三行目"]);
  });

  it("treats the line ends of every system alike", () => {
    expect(paragraphs("a\r\nb\r\n\r\nc\rd")).toEqual(["a\nb", "c\nd"]);
  });

  it("takes a line of spaces, also full-width ones, for a blank line", () => {
    expect(paragraphs("前\n 　\n後")).toEqual(["前", "後"]);
  });

  it("leaves indentation, emoji, combining characters and right-to-left text untouched", () => {
    const text = "　字下げ 葛󠄀城市👨‍👩‍👧 が\u3099 髙﨑 𠮷\nمرحبا";
    expect(paragraphs(`\n\n${text}\n\n`)).toEqual([text]);
  });

  it("finds nothing in text that is only white space", () => {
    expect(paragraphs(" \n\n　\n")).toEqual([]);
  });
});
