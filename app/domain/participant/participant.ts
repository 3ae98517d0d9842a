/** How long the link in a confirmation mail works, in days. */
export const confirmationDays = 7;

/**
 * Most confirmation mails one address gets within 24 hours. Anybody can type anybody's address, so without a limit the platform could be
 * made to flood a stranger's mailbox.
 */
export const confirmationsPerDay = 5;

/** A confirmation link works until it expires; one that was used may be opened again and says so. */
export function isConfirmationAlive(confirmation: { expiresAt: Date }, now: Date): boolean {
  return confirmation.expiresAt > now;
}

/** A mail to an author before something is done that would send it. */
export type AuthorMailPreview = {
  subject: string;
  text: string;
  /** Whether the mail goes out: only an address its owner confirmed gets it. The tracking page tells everybody. */
  recipient: "confirmed" | "unconfirmed" | "none";
};
