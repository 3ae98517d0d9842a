import { type Actor, isModerator, isStaff } from "#app/domain/shared/actor.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { isInOffice, type OfficeTime, officeColumns } from "./desk-office.ts";

/** Longest texts of the directory, in characters as a reader counts them; `words` is how many a list of them may hold. */
export const directoryLimits = {
  name: 60,
  duty: 300,
  hours: 200,
  note: 200,
  word: 40,
  words: 50,
  triedArea: 100,
  triedText: 4000,
} as const;

/** Moderators and administrators keep the directory and the routing rules. */
export function mayEditDirectory(actor: Actor): boolean {
  return isModerator(actor);
}

/** A file can change every desk at once, so that is for administrators. */
export function mayImportDirectory(actor: Actor): boolean {
  return isStaff(actor, "ADMIN");
}

/** Whether mail may go to a mailbox again that sent one back is for administrators to say. */
export function mayReleaseMailbox(actor: Actor): boolean {
  return isStaff(actor, "ADMIN");
}

/** Mailboxes and routing rules are not public; officers work with what they are assigned. */
export function mayReadDirectory(actor: Actor): boolean {
  return isStaff(actor, "ADMIN", "MODERATOR", "VIEWER");
}

/** What is known of a desk's mailbox. */
export type Mailbox = {
  mailbox: string | null;
  mailboxChangedAt: Date | null;
  mailboxVerifiedAt: Date | null;
  mailboxHeldAt: Date | null;
};

/** The columns of {@link Mailbox}. */
export const mailboxColumns = {
  mailbox: true,
  mailboxChangedAt: true,
  mailboxVerifiedAt: true,
  mailboxHeldAt: true,
} as const;

/**
 * - `none`: the desk works on the screen.
 * - `held`: it sent a mail back for good, and no administrator has released it since.
 * - `assumed`: the address came with the set-up file and nobody has changed it since.
 * - `unverified`: somebody set it on the desk, and nobody has acknowledged a mail to it.
 * - `verified`: whoever reads it acknowledged a test mail.
 */
export type MailboxState = "none" | "held" | "assumed" | "unverified" | "verified";

export function mailboxState({ mailbox, mailboxChangedAt, mailboxVerifiedAt, mailboxHeldAt }: Mailbox): MailboxState {
  if (mailbox === null) return "none";
  if (mailboxHeldAt !== null) return "held";
  if (mailboxVerifiedAt !== null) return "verified";
  return mailboxChangedAt === null ? "assumed" : "unverified";
}

/** The columns that say whether citizens' words may be mailed to a desk. */
export const wordsColumns = { ...mailboxColumns, ...officeColumns } as const;

/**
 * The address that citizens' words may be mailed to on a day; null while there is none, none that is known to belong to the desk, or the desk is
 * not in office.
 */
export function mailboxForWords(desk: Mailbox & OfficeTime, day: IsoDate): string | null {
  if (!isInOffice(desk, day)) return null;
  switch (mailboxState(desk)) {
    case "assumed":
    case "verified":
      return desk.mailbox;
    case "none":
    case "held":
    case "unverified":
      return null;
  }
}

/** Whether a request to a desk waits until its mailbox may get it. */
export function requestsWait(desk: Mailbox & OfficeTime, day: IsoDate): boolean {
  return desk.mailbox !== null && mailboxForWords(desk, day) === null;
}
