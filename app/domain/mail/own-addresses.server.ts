import { deriveKey, safeEqual } from "#app/platform/crypto.ts";
import { env } from "#app/platform/env.ts";

/** What one of our addresses stands for: replies to one answer link's mails, or reports about one mail. */
export type OwnAddress = { kind: "reply"; answerLinkId: string; address: string } | { kind: "bounce"; mailId: string };

/** Lower-case letters and digits only (some gateways change case); with the id 59 or 60 of the 64 characters a local part may have (RFC 5321 §4.5.3.1.1). */
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

/**
 * What a recipient's address is, if its form is one of ours. A bounce address has been checked; a reply address has to be compared with those
 * that were given out ({@link isSameAddress}), because its secret depends on whom the mail went to.
 */
export function readOwnAddress(address: string): OwnAddress | null {
  const domain = env().REPLY_DOMAIN?.toLowerCase();
  const [, kind, hex = "", secret = "", host] =
    /^(reply|bounce)\+([0-9a-f]{32})\.([0-9a-f]{20})@([^@\s]+)$/.exec(address.trim().toLowerCase()) ?? [];
  if (domain === undefined || host !== domain) return null;
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  if (kind === "reply") return { kind: "reply", answerLinkId: id, address: address.trim().toLowerCase() };
  return safeEqual(secret, deriveSecret("bounce-address", id)) ? { kind: "bounce", mailId: id } : null;
}

/** Compares without telling by its duration where two addresses differ. */
export function isSameAddress(one: string, other: string): boolean {
  return safeEqual(one.toLowerCase(), other.toLowerCase());
}

function ownAddress(kind: "reply" | "bounce", id: string, secret: string): string | null {
  const domain = env().REPLY_DOMAIN;
  return domain === undefined ? null : `${kind}+${id.replaceAll("-", "")}.${secret}@${domain}`;
}

function deriveSecret(purpose: string, of: string): string {
  return deriveKey(purpose, of).toString("hex").slice(0, secretLength);
}
