import type { Authentication } from "#app/domain/inbound/authentication.ts";
import type { Bounce } from "#app/domain/inbound/bounce.ts";
import type { ListedFile, MessageKind } from "#app/domain/inbound/inbound.ts";
import type { ReplyAct } from "#app/domain/inbound/reply-command.ts";

export const categories = [
  "charset",
  "names",
  "structure",
  "quotes",
  "signatures",
  "commands",
  "people",
  "auto-replies",
  "bounces",
  "notices",
  "loops",
  "authentication",
  "whole",
] as const;

export type Category = (typeof categories)[number];

/** What the reading of a message must be; what is left out is not judged. */
export type Expected = {
  kind: MessageKind;
  /** Exactly. */
  own?: string;
  /** Must be among the quoted words. */
  quoted?: string[];
  /** Must be in the signature. */
  signature?: string[];
  from?: string | null;
  subject?: string;
  messageId?: string | null;
  act?: ReplyAct;
  stated?: boolean;
  argument?: string;
  rest?: string;
  /** The day the argument begins with, seen from 2026-11-26; null: none. */
  dueOn?: string | null;
  attachments?: Partial<ListedFile>[];
  authentication?: Authentication | null;
  bounce?: Partial<Bounce>;
};

/**
 * One message, composed for this corpus; nobody ever sent it. `must`: losing it would lose what somebody wrote, or do something nobody asked
 * for. The others are wanted.
 */
export type MailCase = {
  name: string;
  category: Category;
  must: boolean;
  raw: Buffer;
  expected: Expected;
};
