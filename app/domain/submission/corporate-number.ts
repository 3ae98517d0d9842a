import { typedCode } from "#app/domain/shared/normalize-text.ts";

/** What a company gave as its corporate number: a number, the statement that it has none, or something else. */
export type CorporateNumberResult =
  | { kind: "number"; value: string }
  | { kind: "none" }
  | { kind: "invalid"; reason: "empty" | "characters" | "length" | "checkDigit" };

const noneWords = new Set(["なし", "ナシ", "無し", "無", "ない", "ありません", "none", "no", "n/a", "-"]);

/**
 * Reads a corporate number (法人番号) as typed, or the statement that there is none (「なし」, "none"), as voluntary groups and sole
 * traders may say. Full-width digits, spaces and dashes of every kind are accepted, also a T before the number: the registration number
 * of a company for qualified invoices is T and its corporate number.
 *
 * One in nine random numbers has a fitting check digit, so a result is no proof that the company exists.
 *
 * @returns the 13 digits, or why not; never throws
 */
export function parseCorporateNumber(input: string): CorporateNumberResult {
  if (input.length > 200) return { kind: "invalid", reason: "length" };
  const plain = typedCode(input).toLowerCase();
  if (plain === "") return { kind: "invalid", reason: "empty" };
  if (noneWords.has(plain.replace(/[。.]$/, ""))) return { kind: "none" };
  const digits = plain.replace(/^t(?=[\s-]?\d)/, "").replace(/[\s-]/g, "");
  if (!/^\d*$/.test(digits)) return { kind: "invalid", reason: "characters" };
  if (digits.length !== 13) return { kind: "invalid", reason: "length" };
  if (Number(digits[0]) !== corporateCheckDigit(digits.slice(1))) return { kind: "invalid", reason: "checkDigit" };
  return { kind: "number", value: digits };
}

/**
 * The check digit that stands before the 12 digits of the base number: 9 − (Σ Pn × Qn mod 9), where n counts from the right and Q is 1
 * for odd and 2 for even n (法人番号の指定等に関する省令, 平成26年財務省令第70号, 第2条). It is 1 to 9.
 */
function corporateCheckDigit(base: string): number {
  const sum = [...base].reverse().reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9);
}
