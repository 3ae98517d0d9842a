import { describe, expect, it } from "vitest";
import { messageKinds } from "#app/domain/inbound/inbound.ts";
import { readMessage } from "#app/domain/inbound/read-message.server.ts";
import { corpus } from "./corpus.ts";
import { measure, scores } from "./measure.ts";

const setup = { own: { sender: "no-reply@tomakomai.example", replyDomain: null }, authenticationServer: null };

describe("the corpus of received mail", () => {
  it("is read as it must be", async () => {
    const wrong = (await measure(corpus)).filter(({ must, differences }) => must && differences.length > 0);
    expect(wrong.map(({ category, name, differences }) => ({ category, name, differences }))).toEqual([]);
  });

  it("holds enough messages of every kind, each once", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(250);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
    expect(new Set(corpus.map(({ expected }) => expected.kind)).size).toBe(7);
  });

  it("shows what differs, and counts it", async () => {
    const [first] = corpus;
    if (first === undefined) throw new Error("an empty corpus");
    const results = await measure([{ ...first, expected: { kind: "bounce", own: "別の文" } }]);
    expect(results[0]?.differences).toEqual([
      'kind: "reply" instead of "bounce"',
      expect.stringContaining('instead of "別の文"'),
    ]);
    expect(scores(results).get(first.category)).toEqual({ all: 1, right: 0, must: 1, mustRight: 0 });
  });
});

describe("hostile messages", () => {
  const long = 1_000_000;
  it.each([
    ["blank lines", "\r\n".repeat(long)],
    ["blanks inside a line", `a${" ".repeat(long)}b`],
    ["one endless word", "to".repeat(long / 2)],
    ["quoted and blank lines in turn", "> a\r\n\r\n".repeat(long / 8)],
    ["headers of answered messages", "From: a\r\n\r\nTo: b\r\n".repeat(long / 18)],
    ["attributions", "2026年11月26日 10:00 a <a@b.example>:\r\n".repeat(20_000)],
    ["lines of ornaments", "-----\r\n電話\r\n".repeat(80_000)],
    ["addresses", "a@b.".repeat(long / 4)],
    ["escapes", "\u001b$B".repeat(long / 3)],
    ["tags", "<div><blockquote>".repeat(60_000)],
    ["encoded words", "=?utf-8?Q?=".repeat(90_000)],
  ])("of %s are read within seconds", async (_name, text) => {
    const start = performance.now();
    for (const type of ["text/plain", "text/html"]) {
      const raw = Buffer.from(
        `From: MAILER-DAEMON@x.example\r\nSubject: ${text.slice(0, 20_000).replace(/\s+/g, " ")}\r\nContent-Type: ${type}\r\n\r\n${text}`,
      );
      expect(messageKinds).toContain((await readMessage(raw, setup)).kind);
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
