import { deriveKey, safeEqual } from "#app/platform/crypto.ts";
import { env } from "#app/platform/env.ts";

/** What one of our addresses stands for: replies to one answer link's mails, reports about one mail, or replies to one test of a mailbox. */
export type OwnAddress =
  | { kind: "reply"; answerLinkId: string; address: string }
  | { kind: "bounce"; mailId: string }
  | { kind: "mailbox"; mailboxTestId: string };

/** Lower-case letters and digits only (some gateways change case); with the id 59 to 61 of the 64 characters a local part may have (RFC 5321 §4.5.3.1.1). */
const secretLength = 20;

/**
 * The address replies of a desk go to: one for each answer link and recipient, and not to be guessed, so that a reply shows what it answers
 * and whose it is. Null where nobody reads replies.
 */
export function replyAddress({ answerLinkId, to }: { answerLinkId: string; to: string }): string | null {
  return ownAddress("reply", answerLinkId, deriveSecret("reply-address", `${answerLinkId}:${to}`));
}

/** The envelope's sender of one mail: reports about it come here, whatever their form. Null where nobody reads them. */
export function bounceAddress(mailId: string): string | null {
  return ownAddress("bounce", mailId, deriveSecret("bounce-address", mailId));
}

/** Where whoever reads a tested mailbox may answer that the test arrived. Null where nobody reads replies. */
export function mailboxReplyAddress(mailboxTestId: string): string | null {
  return ownAddress("mailbox", mailboxTestId, deriveSecret("mailbox-address", mailboxTestId));
}

/**
 * What a recipient's address is, if its form is one of ours. A bounce address and that of a test have been checked; a reply address has to be compared with those
 * that were given out ({@link isSameAddress}), because its secret depends on whom the mail went to.
 */
export function readOwnAddress(address: string): OwnAddress | null {
  const domain = env().REPLY_DOMAIN?.toLowerCase();
  const [, kind, hex = "", secret = "", host] =
    /^(reply|bounce|mailbox)\+([0-9a-f]{32})\.([0-9a-f]{20})@([^@\s]+)$/.exec(address.trim().toLowerCase()) ?? [];
  if (domain === undefined || host !== domain) return null;
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  if (kind === "reply") return { kind: "reply", answerLinkId: id, address: address.trim().toLowerCase() };
  if (!safeEqual(secret, deriveSecret(kind === "bounce" ? "bounce-address" : "mailbox-address", id))) return null;
  return kind === "bounce" ? { kind, mailId: id } : { kind: "mailbox", mailboxTestId: id };
}

/** Compares without telling by its duration where two addresses differ. */
export function isSameAddress(one: string, other: string): boolean {
  return safeEqual(one.toLowerCase(), other.toLowerCase());
}

function ownAddress(kind: OwnAddress["kind"], id: string, secret: string): string | null {
  const domain = env().REPLY_DOMAIN;
  return domain === undefined ? null : `${kind}+${id.replaceAll("-", "")}.${secret}@${domain}`;
}

function deriveSecret(purpose: string, of: string): string {
  return deriveKey(purpose, of).toString("hex").slice(0, secretLength);
}
