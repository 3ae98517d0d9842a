import type { DeliveryCheck } from "./delivery-checks.ts";
import type { MailState } from "./mail.ts";
import type { MailListItem } from "./mail-log.ts";

/** How far back mails are counted, in days. */
export const healthDays = 30;

/** How long a mail waits for its turn at most while sending works, in milliseconds. */
export const longestTurn = 3_600_000;

/** How mail is doing, for administrators. Dates are ISO 8601, UTC. */
export type MailHealth = {
  checkedAt: string;
  checks: DeliveryCheck[];
  /** Of the last {@link healthDays} days. */
  counts: Record<MailState, number>;
  lastSentAt: string | null;
  oldestWaitingAt: string | null;
  /** Whether that one waits for more than its turn. */
  waitsLong: boolean;
  /** Mailboxes of desks to which nothing is sent, because a mail came back. */
  held: { id: string; name: string; mailbox: string | null; since: string; reason: string | null }[];
  /** Domains that want mail later, and until when nothing is tried there; those that take longest first. */
  slow: { domain: string; times: number; until: string }[];
  tests: MailListItem[];
  sender: { name: string; address: string };
  replyDomain: string | null;
  /** Domain in whose name mails are signed; null: they are not signed here. */
  signingDomain: string | null;
  /** Mail server's name; null: mail goes to files. */
  server: string | null;
  requiresTls: boolean;
  writesToFiles: boolean;
};
