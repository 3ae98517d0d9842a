import { afterAll, describe, expect, it } from "vitest";
import { mail, multipart, ownSender, part } from "#tests/bench/mail/compose.ts";
import { readMessage } from "./read-message.server.ts";
import { messageReader } from "./read-received.server.ts";

const setup = { own: { sender: ownSender, replyDomain: null }, authenticationServer: null };
const plain = () => mail("回答 反映します\n来年度の計画に入れます。");

describe("reading what was received", () => {
  const reader = messageReader(6_000);
  afterAll(reader.close);

  it("comes to what reading it here does", async () => {
    expect(await reader.read(plain(), setup)).toEqual(await readMessage(plain(), setup));
  });

  it("reads a part of a larger piece of memory", async () => {
    const around = Buffer.concat([Buffer.alloc(100, "x"), plain(), Buffer.alloc(100, "x")]);
    const { messageId, own } = await reader.read(around.subarray(100, -100), setup);
    expect({ messageId, own }).toMatchObject({ own: "回答 反映します\n来年度の計画に入れます。" });
  });

  it.each([
    ["a mark of a quote without an end", () => mail(`--- forwarded by ${"-".repeat(1_000_000)}x`), "reply"],
    [
      "a subject of one word of a megabyte",
      () => mail("-", { subject: `=?utf-8?b?${"YWFh".repeat(250_000)}?=` }),
      "reply",
    ],
    [
      "tens of thousands of lines of one name",
      () => mail("-", { above: Array(30_000).fill("Received: from a") }),
      "loop",
    ],
    [
      "a report on a mail whose Message-ID is blank",
      () =>
        multipart(
          "report",
          [
            part("message/delivery-status", "Reporting-MTA: dns; a\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n"),
            part("text/rfc822-headers", `Message-ID:${" ".repeat(95_000)}<<`),
          ],
          { boundaryParameters: "; report-type=delivery-status" },
        ),
      "bounce",
    ],
  ])("reads %s at once", async (_name, raw, kind) => {
    expect((await reader.read(raw(), setup)).kind).toBe(kind);
  });

  it("gives up a message that takes too long, and holds nobody up meanwhile", async () => {
    const endless = mail("<div>".repeat(400_000), { type: "text/html" });
    let turns = 0;
    const clock = setInterval(() => {
      turns += 1;
    }, 10);
    try {
      const [first, second] = await Promise.all([reader.read(endless, setup), reader.read(plain(), setup)]);
      expect(first).toMatchObject({ kind: "unreadable", from: null });
      expect(second.kind).toBe("reply");
      expect(turns).toBeGreaterThan(100);
    } finally {
      clearInterval(clock);
    }
  }, 40_000);
});
