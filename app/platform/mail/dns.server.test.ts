import { createSocket } from "node:dgram";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { reverseName, systemDns } from "./dns.server.ts";

/** A name server on this machine. `answer` gets the question's bytes; null: says nothing. */
const closers: (() => void)[] = [];
async function nameServer(answer: (question: Buffer) => Buffer | null): Promise<string> {
  const socket = createSocket("udp4");
  socket.on("message", (question, { port, address }) => {
    const said = answer(question);
    if (said) socket.send(said, port, address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  closers.push(() => socket.close());
  return `127.0.0.1:${socket.address().port}`;
}
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** The end of the question in a message with one. */
function questionEnd(message: Buffer): number {
  let at = 12;
  while (message[at] !== 0) at += (message[at] ?? 0) + 1;
  return at + 5;
}

function reply(question: Buffer, code: number, records: Buffer[] = []): Buffer {
  const head = Buffer.from(question.subarray(0, questionEnd(question)));
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt16BE(0, 8);
  head.writeUInt16BE(0, 10);
  return Buffer.concat([head, ...records]);
}

/** A record about the name of the question (RFC 1035 §4.1.3). */
function record(type: number, data: Buffer): Buffer {
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
const text = (...pieces: string[]) =>
  record(16, Buffer.concat(pieces.map((piece) => Buffer.concat([Buffer.from([piece.length]), Buffer.from(piece)]))));
const mx = (priority: number, name: string) =>
  record(
    15,
    Buffer.concat([
      Buffer.from([0, priority]),
      ...name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
      Buffer.from([0]),
    ]),
  );

describe("asking name servers", () => {
  it("joins the pieces of a text and puts mail servers in their order", async () => {
    const texts = await nameServer((question) => reply(question, 0, [text("v=spf1 ", "-all"), text("other")]));
    expect(await systemDns(3_000, [texts]).texts("city.example")).toEqual(["v=spf1 -all", "other"]);
    const servers = await nameServer((question) => reply(question, 0, [mx(20, "b.example"), mx(10, "a.example")]));
    expect(await systemDns(3_000, [servers]).mailServers("city.example")).toEqual(["a.example", "b.example"]);
  });

  it("tells what does not exist from what is not answered", async () => {
    const nothing = await nameServer((question) => reply(question, 3));
    const broken = await nameServer((question) => reply(question, 2));
    const silent = await nameServer(() => null);
    for (const [server, expected] of [
      [nothing, []],
      [broken, null],
      [silent, null],
    ] as const) {
      const dns = systemDns(400, [server]);
      expect(await dns.texts("city.example")).toEqual(expected);
      expect(await dns.names("192.0.2.1")).toEqual(expected);
    }
  });

  it.each([
    ["192.0.2.10", "10.2.0.192.in-addr.arpa"],
    ["2001:db8::1", "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"],
    ["2001:DB8:1:2:3:4:5:6", "6.0.0.0.5.0.0.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"],
    ["::1", `1.${"0.".repeat(31)}ip6.arpa`],
  ])("knows under which name the name of %s stands", (address, name) => {
    expect(reverseName(address)).toBe(name);
  });

  it("has no answer once its time is over, also to a question that comes later", async () => {
    let asked = 0;
    const silent = await nameServer(() => {
      asked += 1;
      return null;
    });
    const dns = systemDns(50, [silent]);
    expect(await dns.addresses("city.example")).toBeNull();
    const before = asked;
    expect(before).toBeGreaterThan(0);
    expect(await dns.mailServers("city.example")).toBeNull();
    expect(asked).toBe(before);
  });
});
