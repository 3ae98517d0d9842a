import type { MailState } from "./mail.ts";

/** One line of the mail log. */
export type MailListItem = {
  id: string;
  template: string;
  number: string | null;
  /** For a viewer without what names a person. */
  recipient: string;
  subject: string;
  state: MailState;
  attempts: number;
  error: string | null;
  /** Dates are ISO 8601, UTC. */
  createdAt: string;
  sentAt: string | null;
  nextAttemptAt: string | null;
  /** Written to a file and sent nowhere. */
  isFile: boolean;
};

/** One mail of the log with what its recipient reads. */
export type MailPage = {
  id: string;
  messageId: string;
  template: string;
  locale: "ja" | "easy" | "en";
  number: string | null;
  /** For a viewer without what names a person. */
  recipient: string;
  subject: string;
  /** What the recipient reads, with keys masked unless the viewer may see them; null if this version cannot render it. */
  text: string | null;
  hasHtml: boolean;
  showsSecrets: boolean;
  state: MailState;
  attempts: number;
  error: string | null;
  emlFile: string | null;
  replyTo: string | null;
  /** Dates are ISO 8601, UTC. */
  createdAt: string;
  lastAttemptAt: string | null;
  nextAttemptAt: string | null;
  sentAt: string | null;
  /** Mails with the same content: the one this repeats, and those that repeat this, newest first. */
  resentOfId: string | null;
  copies: { id: string; state: MailState; createdAt: string }[];
  /** What the viewer may do with it now. */
  resend: "again" | "copy" | null;
};
