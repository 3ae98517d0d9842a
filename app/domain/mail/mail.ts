import { type Actor, isModerator, isStaff } from "#app/domain/shared/actor.ts";

export const mailStates = ["QUEUED", "SENT", "FAILED", "CANCELLED"] as const;

export type MailState = (typeof mailStates)[number];

/** The mail log is for those who see every submission. An officer sees only what is assigned to their desk, so not the log. */
export function mayReadMailLog(actor: Actor): boolean {
  return isStaff(actor, "ADMIN", "MODERATOR", "VIEWER");
}

/** Sending again puts a mail into somebody's mailbox, so a viewer may not. */
export function mayResendMail(actor: Actor): boolean {
  return isModerator(actor);
}

/** Addresses and what names a person. A viewer reads without them. */
export function seesMailContacts(actor: Actor): boolean {
  return isModerator(actor);
}

/**
 * Whether somebody who is not the recipient may see the keys in a mail's links. Only where mail goes to files, so that the whole way can be
 * tried without a mail server; and an invitation, which makes an account, only to those who may invite.
 */
export function seesMailSecrets(actor: Actor, template: string, writesToFiles: boolean): boolean {
  if (!writesToFiles) return false;
  return template === "invitation" ? isStaff(actor, "ADMIN") : isModerator(actor);
}

/** What resending does, by state; null: nothing can be done. */
export function resendWay(state: MailState): "again" | "copy" | null {
  switch (state) {
    case "QUEUED":
    case "FAILED":
      return "again";
    case "SENT":
      return "copy";
    case "CANCELLED":
      return null;
  }
}

/** An address that shows where mail went without telling whose it is: c…@example.com. */
export function veiledAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? "…" : `${[...address][0]}…${address.slice(at)}`;
}

/**
 * Where a mail went, as the log shows it. A person's address is shown to nobody here: a list would show many at once, and every view of contact
 * data is one at a time and audited, which the review page does.
 */
export function shownRecipient(
  viewer: Actor,
  { recipient, recipientKind }: { recipient: string; recipientKind: "PERSON" | "DESK" | "STAFF" },
): string {
  switch (recipientKind) {
    case "DESK":
      return recipient;
    case "STAFF":
      return seesMailContacts(viewer) ? recipient : veiledAddress(recipient);
    case "PERSON":
      return veiledAddress(recipient);
  }
}
