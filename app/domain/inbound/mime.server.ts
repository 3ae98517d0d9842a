import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import mailsplit, { type MimeNode, type SplitterChunk } from "@zone-eu/mailsplit";
import libmime from "libmime";
import { decodeText } from "./charset.ts";
import { headerText } from "./header-text.ts";
import { htmlText } from "./html-text.ts";

/** Most of one text that is read, in bytes: forty times the longest answer. The raw message keeps the rest. */
const longestText = 2_000_000;
/** Messages inside messages that are looked into. */
const deepestForward = 3;

/** A part that is no text of the message itself, as it is listed. */
export type ListedAttachment = { name: string | null; type: string; size: number };

/** A message taken apart. Text that stands in it several times (as text and as HTML) is there once. */
export type MimeMessage = {
  /** Decoded values from the top, several of one name joined by a line break; null: there is none. */
  header(name: string): string | null;
  /** Undecoded: addresses are read before words are. */
  rawHeader(name: string): string | null;
  /** In lower case, with its parameters. */
  contentType: string;
  text: string;
  /** Texts of the messages inside. */
  forwarded: string[];
  attachments: ListedAttachment[];
  deliveryStatus: string | null;
  /** What came back with a delivery report, as far as it was kept: a message or its header. */
  returned: string | null;
  /** Encrypted, so that nobody here can read it. */
  encrypted: boolean;
};

type Leaf = { node: MimeNode; bytes: Buffer; size: number };
type Branch = { node: MimeNode; children: (Branch | Leaf)[] };

/**
 * Takes a message apart (RFC 5322, RFC 2045 to 2049, 3676). Broken structure is read as far as it goes.
 *
 * The bytes are split by mailsplit, which mailparser is built on; mailparser itself decodes text before anybody can look at the bytes, and
 * where the declared charset is missing or wrong they are lost then (docs/decisions/0036).
 *
 * @throws Error if it cannot be split at all (a header of several megabytes, thousands of parts)
 */
export async function readMime(raw: Uint8Array, depth = 0): Promise<MimeMessage> {
  const root = await split(raw);
  const headers = new Map<string, string[]>();
  for (const { key, line } of listOf(root.node)) {
    const value = line.slice(line.indexOf(":") + 1);
    const values = headers.get(key);
    if (values === undefined) headers.set(key, [value]);
    else values.push(value);
  }
  const rawHeader = (name: string) =>
    headers
      .get(name)
      // NUL stands in no header (RFC 5322 §2.2), and the database takes none.
      ?.map((value) => value.replace(/\r?\n(?=[ \t])|\0/g, "").trim())
      .join("\n") ?? null;
  const message: MimeMessage = {
    header: (name) => headers.get(name)?.map(headerText).join("\n") ?? null,
    rawHeader,
    contentType: (rawHeader("content-type") ?? "text/plain").toLowerCase(),
    text: "",
    forwarded: [],
    attachments: [],
    deliveryStatus: null,
    returned: null,
    encrypted: isEncrypted(root),
  };
  const isReport = message.contentType.startsWith("multipart/report");
  message.text = await collect(root, message, { isReport, depth });
  return message;
}

/** The headers as they came, from the top; one character a byte. */
function listOf(node: MimeNode): { key: string; line: string }[] {
  return node.headers === false ? [] : node.headers.getList();
}

function isEncrypted(part: Branch | Leaf): boolean {
  // A signature around the text (opaque signing, also pkcs7-mime) hides it from us as well.
  return ["multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"].includes(
    part.node.contentType || "",
  );
}

async function collect(
  part: Branch | Leaf,
  message: MimeMessage,
  around: { isReport: boolean; depth: number },
): Promise<string> {
  if ("children" in part) {
    if (part.node.multipart === "alternative") return alternativeText(part, message, around);
    const texts: string[] = [];
    for (const child of part.children) texts.push(await collect(child, message, around));
    return texts.filter((text) => text.trim() !== "").join("\n\n");
  }
  const { node, size } = part;
  const type = (node.contentType || "text/plain").replace(/\p{Cc}/gu, "");
  if (type === "message/delivery-status" || type === "message/global-delivery-status") {
    message.deliveryStatus ??= decodeText(part.bytes, "utf-8");
    return "";
  }
  if (type === "text/rfc822-headers") {
    message.returned ??= decodeText(part.bytes, node.charset || null);
    return "";
  }
  if (type === "message/rfc822" || type === "message/global") {
    message.returned ??= decodeText(part.bytes.subarray(0, 100_000), null);
    if (!around.isReport) {
      message.attachments.push({ name: nameOf(node), type, size });
      await readForwarded(part.bytes, message, around.depth);
    }
    return "";
  }
  const isText = type === "text/plain" || type === "text/html" || type === "text/enriched";
  if (isText && node.disposition !== "attachment") return textOf(part);
  if (around.isReport && type === "message/disposition-notification") return "";
  message.attachments.push({ name: nameOf(node), type, size });
  return "";
}

/** The plainest of the forms a text comes in, unless that one is blank and another is not. */
async function alternativeText(
  branch: Branch,
  message: MimeMessage,
  around: { isReport: boolean; depth: number },
): Promise<string> {
  let chosen = "";
  for (const child of branch.children) {
    // Attachments of every form count (a calendar file, pictures of the HTML form).
    const text = await collect(child, message, around);
    if (chosen.trim() === "") chosen = text;
  }
  return chosen;
}

async function readForwarded(bytes: Buffer, message: MimeMessage, depth: number): Promise<void> {
  if (depth >= deepestForward) return;
  const inner = await readMime(bytes, depth + 1);
  const head = ["From", "Date", "Subject"].flatMap((name) => {
    const value = inner.header(name.toLowerCase());
    return value === null ? [] : [`${name}: ${value}`];
  });
  message.forwarded.push([...head, "", inner.text].join("\n").trim(), ...inner.forwarded);
  message.attachments.push(...inner.attachments);
}

function textOf({ node, bytes }: Leaf): string {
  const text = decodeText(bytes, node.charset || null).replace(/\r\n?/g, "\n");
  if (node.contentType === "text/html") return htmlText(text);
  return node.flowed ? libmime.decodeFlowed(text, node.delSp) : text;
}

/** Longest name of a file that is listed, in UTF-16 code units. */
const longestName = 200;

/** A file's name as it was given; older programs leave it as bare bytes (RFC 2231 and 2047 are undone by the splitter). */
function nameOf(node: MimeNode): string | null {
  if (!node.filename) return null;
  const name = /[^\0-\xff]/.test(node.filename) ? node.filename : headerText(node.filename);
  return (
    name
      .replace(/[\p{Cc}\p{Cf}]/gu, "")
      .slice(0, longestName)
      // A character may have been cut in two.
      .toWellFormed() || null
  );
}

async function split(raw: Uint8Array): Promise<Branch | Leaf> {
  const splitter = new mailsplit.Splitter({ ignoreEmbedded: true, maxHeadSize: 2_000_000, maxChildNodes: 2_000 });
  const parts = new Map<MimeNode, Branch | Leaf>();
  let root: Branch | Leaf | undefined;
  let current: { write(chunk: Buffer): void; end(): Promise<void> } | undefined;
  await pipeline(Readable.from(pieces(raw)), splitter, async (chunks: AsyncIterable<SplitterChunk>) => {
    for await (const chunk of chunks) {
      if (chunk.type === "body") current?.write(chunk.value);
      if (chunk.type !== "node") continue;
      await current?.end();
      current = undefined;
      const part: Branch | Leaf = chunk.multipart
        ? { node: chunk, children: [] }
        : { node: chunk, bytes: Buffer.alloc(0), size: 0 };
      parts.set(chunk, part);
      const parent = chunk.parentNode ? parts.get(chunk.parentNode) : undefined;
      if (parent !== undefined && "children" in parent) parent.children.push(part);
      root ??= part;
      if (!("children" in part)) current = decoding(part);
    }
    await current?.end();
  });
  if (root === undefined) throw new Error("an empty message");
  return root;
}

/** Undoes the transfer encoding of one part, keeping what of it is wanted. */
function decoding(leaf: Leaf): { write(chunk: Buffer): void; end(): Promise<void> } {
  const decoder = leaf.node.getDecoder();
  const kept: Buffer[] = [];
  let room = longestKept(leaf.node);
  const done = new Promise<void>((resolve, reject) => {
    decoder.on("data", (chunk: Buffer) => {
      leaf.size += chunk.length;
      if (room > 0) kept.push(chunk.subarray(0, room));
      room -= chunk.length;
    });
    decoder.on("error", reject);
    decoder.on("end", resolve);
  });
  return {
    write: (chunk) => void decoder.write(chunk),
    async end() {
      decoder.end();
      await done;
      leaf.bytes = Buffer.concat(kept);
    },
  };
}

/** Of files only the size is wanted; of texts and messages the words. */
function longestKept(node: MimeNode): number {
  const type = node.contentType || "text/plain";
  return type.startsWith("text/") || type.startsWith("message/") ? longestText : 0;
}

function* pieces(raw: Uint8Array): Generator<Uint8Array> {
  const size = 64 * 1024;
  for (let at = 0; at < raw.length; at += size) yield raw.subarray(at, at + size);
}
