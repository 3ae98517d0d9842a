import { typedCode } from "./normalize-text.ts";

/**
 * A Japanese phone number as typed, made uniform: half-width, grouped as the person grouped it ("０１４４（３２）６１６９" → "0144-32-6169",
 * "+81 90 0000 0000" → "090-0000-0000"); without groups it stays without ("0144326169").
 *
 * Accepts full-width characters, dashes of every kind, brackets, dots and spaces between groups, and +81 or 0081, with or without (0).
 *
 * @returns null unless there are 10 digits, or 11 digits of a number of the form 0x0 (mobile, IP, 0800), starting with 0.
 *   Whether the number is in use is not checked; extensions and foreign numbers are not accepted.
 */
export function normalizePhone(input: string): string | null {
  if (input.length > 100) return null;
  const plain = typedCode(input).replace(/^(?:\+|00)81[-. ]*(?:\(0\)|0(?=\d))?[-. ]*/, "0");
  if (!/^\(?\d[\d\-(). ]*$/.test(plain)) return null;
  const grouped = plain.replace(/[-(). ]+/g, "-").replace(/^-|-$/g, "");
  const digits = digitsOf(grouped);
  const known = /^0[1-9]\d{8}$/.test(digits) || /^0[2-9]0\d{8}$/.test(digits);
  return known ? grouped : null;
}

/** The digits of a phone number as {@link normalizePhone} gives it. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, "");
}
