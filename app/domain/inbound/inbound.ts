import type { Authentication } from "./authentication.ts";
import type { Bounce } from "./bounce.ts";
import type { ReplyCommand } from "./reply-command.ts";

/** Largest message that is taken in, in bytes. */
export const largestMessage = 25 * 1024 * 1024;

/**
 * What a received message is. `reply`: somebody wrote something. `bounce`: one of ours did not arrive. `autoReply`: a program answered in
 * somebody's place. `notice`: receipts, delays, lists, gateways. `loop`: our own mail came back. `empty`: nothing but quotes and a signature.
 * `unreadable`: encrypted, a file alone, or broken.
 */
export const messageKinds = ["reply", "bounce", "autoReply", "notice", "loop", "empty", "unreadable"] as const;

export type MessageKind = (typeof messageKinds)[number];

export type ListedFile = { name: string | null; type: string; size: number };

/** A message as the platform reads it. Both readings are kept: all of the text, and what its writer wrote themselves. */
export type Reading = {
  kind: MessageKind;
  /** Without angle brackets; null where the message has none. */
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  /** Sender by the header, in lower case; null where there is none or more than one. */
  from: string | null;
  /** Recipients by the headers, in lower case. */
  to: string[];
  subject: string;
  /** The whole text, decoded. */
  text: string;
  own: string;
  quoted: string;
  signature: string;
  command: ReplyCommand;
  authentication: Authentication | null;
  attachments: ListedFile[];
  bounce: Bounce | null;
};
