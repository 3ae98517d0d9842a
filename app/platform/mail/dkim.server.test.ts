import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSignature } from "#tests/support/dkim.ts";
import { startMailServer } from "#tests/support/mail.ts";
import { readDkimKey } from "./dkim.server.ts";
import { type OutgoingMail, smtpTransport } from "./transport.server.ts";

const folder = mkdtempSync(join(tmpdir(), "dkim-"));
afterAll(() => rmSync(folder, { recursive: true }));

const MAIL_FROM = { name: "創革ひろば", address: "no-reply@City.example" };
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}
const pem = (key: typeof privateKey, type: "pkcs1" | "pkcs8" = "pkcs8") =>
  key.export({ type, format: "pem" }).toString();
const read = (DKIM_KEY_FILE: string | undefined, DKIM_DOMAIN?: string) =>
  readDkimKey({ DKIM_KEY_FILE, DKIM_SELECTOR: "s1", DKIM_DOMAIN, MAIL_FROM });

const mail: OutgoingMail = {
  id: "0b1f8f8e-6f0a-4a57-9d39-7d9f5d1f5f11",
  messageId: "0b1f8f8e@city.example",
  inReplyTo: "first@city.example",
  date: new Date("2026-11-22T03:00:00Z"),
  to: "reader@example.com",
  replyTo: null,
  unsubscribe: "https://hiroba.city.example/follows/abc/stop/daily",
  returnPath: "bounce+1@reply.city.example",
  subject: "【創革ひろば】新しい回答があります",
  text: "回答が公開されました。\n\n.点で始まる行  と、続く空白 \n",
  html: "<p>回答が公開されました。</p>",
  language: "ja",
};

describe("the key that signs mails", () => {
  it("is none where nothing is set, and for the sender's domain unless another is named", () => {
    expect(read(undefined)).toBeNull();
    const file = fileOf("key.pem", pem(privateKey));
    expect(read(file)).toMatchObject({ domain: "city.example", selector: "s1" });
    expect(read(file, "Other.example")).toMatchObject({ domain: "other.example" });
    expect(read(fileOf("old.pem", pem(privateKey, "pkcs1")))).toEqual(read(file));
  });

  it("has the public part as records hold it", () => {
    const { publicKeys } = read(fileOf("key.pem", pem(privateKey))) ?? {};
    const from = (base64: string | undefined, type: "spki" | "pkcs1") =>
      createPublicKey({ key: Buffer.from(base64 ?? "", "base64"), format: "der", type }).equals(publicKey);
    expect([from(publicKeys?.usual, "spki"), from(publicKeys?.short, "pkcs1")]).toEqual([true, true]);
  });

  it.each([
    ["a file that is not there", () => join(folder, "none.pem"), /ENOENT/],
    ["a folder", () => folder, /EISDIR/],
    ["something else", () => fileOf("text.pem", "secret words"), /PEM/],
    ["a public key", () => fileOf("public.pem", publicKey.export({ type: "spki", format: "pem" }).toString()), /PEM/],
    [
      "a key with a passphrase",
      () =>
        fileOf(
          "locked.pem",
          privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" }).toString(),
        ),
      /PEM/,
    ],
    ["another kind of key", () => fileOf("ed.pem", pem(generateKeyPairSync("ed25519").privateKey)), /RSA/],
    [
      "a short key",
      () => fileOf("short.pem", pem(generateKeyPairSync("rsa", { modulusLength: 512 }).privateKey)),
      /1024/,
    ],
  ])("is refused with a line that names the variable: %s", (_what, file, words) => {
    let message = "";
    try {
      read(file());
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(/^DKIM_KEY_FILE: .+ \/ .+$/);
    expect(message).toMatch(words);
    expect(message).not.toContain("secret words");
  });
});

describe("signing", () => {
  it("holds when the message arrives, covers what stops news, and is the same for every attempt", async () => {
    const server = await startMailServer();
    const transport = smtpTransport(server.url, MAIL_FROM, false, read(fileOf("key.pem", pem(privateKey))));
    try {
      await transport.send(mail);
      await transport.send(mail);
    } finally {
      transport.close();
      await server.close();
    }
    const [first, second] = server.received.map(({ raw }) => raw);
    if (first === undefined || second === undefined) throw new Error("the mails did not arrive");
    const { tags, holds } = readSignature(first, publicKey);
    expect(holds).toBe(true);
    expect([tags.get("d"), tags.get("s")]).toEqual(["city.example", "s1"]);
    const signed = tags.get("h")?.split(":");
    for (const field of ["from", "to", "subject", "message-id", "list-unsubscribe", "list-unsubscribe-post"])
      expect(signed).toContain(field);
    expect(second.equals(first)).toBe(true);

    const changed = first.toString("latin1").replace("To: reader@example.com", "To: reader@example.org");
    expect(readSignature(Buffer.from(changed, "latin1"), publicKey).holds).toBe(false);
    const other = generateKeyPairSync("rsa", { modulusLength: 2_048 }).publicKey;
    expect(readSignature(first, other).holds).toBe(false);
  });
});
