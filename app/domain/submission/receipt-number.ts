import { typedCode } from "#app/domain/shared/normalize-text.ts";

/** What a receipt number says: fiscal year (era initial and year of the era) and place in that year's sequence. */
export type ReceiptNumberParts = { era: string; eraYear: number; sequence: number };

/** A receipt number in its one written form, e.g. "R8-0042". */
export type ReceiptNumber = string;

/**
 * A receipt number as it is shown, said and mailed: { era: "R", eraYear: 8, sequence: 42 } → "R8-0042". The sequence has at least four
 * digits and grows beyond them, so sort by the parts and not by this text.
 *
 * @throws RangeError unless era is one letter A–Z, eraYear 1–99 and sequence 1–9,999,999
 */
export function formatReceiptNumber({ era, eraYear, sequence }: ReceiptNumberParts): ReceiptNumber {
  const valid = /^[A-Z]$/.test(era) && isWithin(eraYear, 99) && isWithin(sequence, 9_999_999);
  if (!valid) throw new RangeError(`not a receipt number: ${era}${eraYear}-${sequence}`);
  return `${era}${eraYear}-${String(sequence).padStart(4, "0")}`;
}

/**
 * A receipt number as somebody typed or read it out, in its one written form. Accepts full-width and lower-case letters, dashes of
 * every kind (also ー), spaces around the dash or in place of it, missing or additional zeros, and 受付番号, No. or # before it:
 * "ｒ８ー４２" → "R8-0042".
 *
 * @returns null if it is not one; a number is not looked up, so it may never have been given out
 */
export function parseReceiptNumber(input: string): ReceiptNumber | null {
  if (input.length > 100) return null;
  const plain = typedCode(input)
    .toUpperCase()
    .replace(/^(?:受付番号|NO\.?|#)[\s:]*/, "");
  const match = /^([A-Z])\s?0?(\d{1,2})(?:\s?-\s?|\s)0{0,9}(\d{1,7})$/.exec(plain);
  if (match === null) return null;
  const [, era = "", eraYear, sequence] = match;
  if (Number(eraYear) === 0 || Number(sequence) === 0) return null;
  return formatReceiptNumber({ era, eraYear: Number(eraYear), sequence: Number(sequence) });
}

function isWithin(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= max;
}
