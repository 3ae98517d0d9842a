import { typedCode } from "./normalize-text.ts";

/** RFC 5321 §4.5.3.1: 64 octets before the @, 255 of a domain, 256 of a path including its angle brackets. */
const longestLocalPart = 64;
const longestAddress = 254;

const localPart = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const topLevelLabel = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * An email address as typed, in the form that is stored and mailed: half-width (＠, full-width letters, 。 as the dot of the
 * domain), trimmed, the domain in lower case. The part before the @ keeps its case, as only its own server may ignore it (RFC 5321 §2.4).
 *
 * Dots at the ends of the local part and in a row are accepted: RFC 5321 forbids them unquoted, but Japanese mobile carriers gave
 * such addresses out and they are in use. Quoted local parts, address literals, internationalised addresses and a domain without
 * a dot are not accepted.
 *
 * @returns null if it is not one address; the result is printable ASCII, so it never carries CR, LF or a second header
 */
export function normalizeEmail(input: string): string | null {
  if (input.length > 1_000) return null;
  const plain = typedCode(input);
  const at = plain.lastIndexOf("@");
  if (at === -1) return null;
  const local = plain.slice(0, at);
  // RFC 3490 §3.1: the ideographic full stop is a dot in a domain.
  const domain = plain
    .slice(at + 1)
    .replace(/。/g, ".")
    .toLowerCase();
  if (local.length > longestLocalPart || !localPart.test(local)) return null;
  const labels = domain.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || !labels.every((label) => domainLabel.test(label)) || !topLevelLabel.test(last)) return null;
  const address = `${local}@${domain}`;
  return address.length <= longestAddress ? address : null;
}

/** An address that its owner recognises and others cannot use: "a.b@example.com" → "a***@example.com". The domain stays. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? "***" : `${address.slice(0, 1)}***${address.slice(at)}`;
}
