import { parseAddressHeader } from "mailparser";
import { isVisible, storedLine, storedText } from "#app/domain/shared/normalize-text.ts";
import { readAuthentication } from "./authentication.ts";
import { type DeliveryReport, readDeliveryReport } from "./bounce.ts";
import type { MessageKind, Reading } from "./inbound.ts";
import { isAutoReply, isLoop, isNotice, type MachineSigns, type OwnAddresses } from "./machine-mail.ts";
import { type MimeMessage, readMime } from "./mime.server.ts";
import { splitWords } from "./own-words.ts";
import { readCommand } from "./reply-command.ts";

/** Header lines that name recipients: what the writer put there, and what receiving servers add from the envelope. */
export const recipientHeaders = ["to", "cc", "delivered-to", "x-original-to", "envelope-to"] as const;

export type ReadingSetup = {
  own: OwnAddresses;
  /** The name the city's receiving server writes into `Authentication-Results`; null: its results are not believed. */
  authenticationServer: string | null;
};

/**
 * Reads a message as it came over the wire. Never throws: what cannot be taken apart is `unreadable`, and its raw form is kept anyway. How long it
 * takes is in the hands of whoever wrote the message, so the server asks `readReceived`.
 *
 * @param raw RFC 5322, any charset, any line ends
 */
export async function readMessage(raw: Uint8Array, setup: ReadingSetup): Promise<Reading> {
  let mime: MimeMessage;
  try {
    mime = await readMime(raw);
  } catch {
    return unreadable();
  }
  const text = storedText(mime.text);
  const { own, quoted, signature } = splitWords(text);
  const from = onlyAddress(mime.rawHeader("from"));
  const to = recipientsOf(mime);
  const subject = storedLine(mime.header("subject") ?? "");
  const returnPath =
    mime
      .header("return-path")
      ?.split("\n")[0]
      ?.replace(/[<>\s]/g, "") ?? null;
  const signs: MachineSigns = {
    header: mime.header,
    from,
    to,
    subject,
    returnPath,
    contentType: mime.contentType,
    own,
  };
  const report = readDeliveryReport({
    from,
    subject,
    returnPath,
    text,
    deliveryStatus: mime.deliveryStatus,
    returned: mime.returned,
    failedRecipients: mime.header("x-failed-recipients"),
  });
  const kind = kindOf(mime, signs, { own, report, setup });
  return {
    kind,
    messageId: messageIds(mime.rawHeader("message-id"))[0] ?? null,
    inReplyTo: messageIds(mime.rawHeader("in-reply-to"))[0] ?? null,
    references: messageIds(mime.rawHeader("references")),
    from,
    to,
    subject,
    text,
    own,
    quoted: [quoted, ...mime.forwarded.map(storedText)].filter((part) => part !== "").join("\n\n"),
    signature,
    command: readCommand(own),
    authentication: readAuthentication(
      mime.header("authentication-results")?.split("\n") ?? [],
      setup.authenticationServer,
    ),
    attachments: mime.attachments,
    bounce: kind === "bounce" ? (report?.bounce ?? null) : null,
  };
}

/**
 * Recipients by the header, in lower case, each once.
 *
 * @param header at least the lines of {@link recipientHeaders}
 * @throws Error if it cannot be taken apart
 */
export async function readRecipients(header: Uint8Array): Promise<string[]> {
  return recipientsOf(await readMime(header));
}

function recipientsOf(mime: MimeMessage): string[] {
  return [...new Set(recipientHeaders.flatMap((name) => addresses(mime.rawHeader(name))))];
}

function kindOf(
  mime: MimeMessage,
  signs: MachineSigns,
  { own, report, setup }: { own: string; report: DeliveryReport | null; setup: ReadingSetup },
): MessageKind {
  // A report comes first: it may carry our own addresses in its header.
  if (report !== null) return report.fate === "failed" ? "bounce" : "notice";
  if (isLoop(signs, setup.own)) return "loop";
  if (isNotice(signs)) return "notice";
  if (isAutoReply(signs)) return "autoReply";
  if (mime.encrypted) return "unreadable";
  if (isVisible(own)) return "reply";
  return mime.text.trim() === "" && mime.attachments.length > 0 ? "unreadable" : "empty";
}

/** A message of which nothing can be read. */
export function unreadable(): Reading {
  return {
    kind: "unreadable",
    messageId: null,
    inReplyTo: null,
    references: [],
    from: null,
    to: [],
    subject: "",
    text: "",
    own: "",
    quoted: "",
    signature: "",
    command: readCommand(""),
    authentication: null,
    attachments: [],
    bounce: null,
  };
}

function addresses(header: string | null): string[] {
  if (header === null) return [];
  // Bare bytes of a name must not stand in the way of the address beside it.
  return header
    .split("\n")
    .flatMap((line) =>
      parseAddressHeader(line, { flatten: true, decodePunycode: false }).value.flatMap(({ address }) =>
        address ? [address.trim().toLowerCase()] : [],
      ),
    );
}

/** Several senders are nobody who could be held to what the message says. */
function onlyAddress(header: string | null): string | null {
  const [first, ...others] = addresses(header);
  return first !== undefined && others.length === 0 ? first : null;
}

function messageIds(header: string | null): string[] {
  if (header === null) return [];
  const inBrackets = [...header.matchAll(/<\s*([^<>\s]+)\s*>/g)].flatMap(([, id]) => (id ? [id] : []));
  return inBrackets.length > 0 ? inBrackets : header.split(/\s+/).filter((word) => /^[^\s@]+@[^\s@]+$/.test(word));
}
