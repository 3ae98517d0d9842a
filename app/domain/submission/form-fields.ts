import { z } from "zod";
import { normalizeEmail } from "#app/domain/shared/email-address.ts";
import { containsIndividualNumber } from "#app/domain/shared/individual-number.ts";
import { fitsLength, isVisible, storedLine, storedText } from "#app/domain/shared/normalize-text.ts";
import { normalizePhone } from "#app/domain/shared/phone-number.ts";
import { parseCorporateNumber } from "./corporate-number.ts";

/** Longest texts, in characters as a reader counts them. The same for every form in which a field occurs. */
export const fieldLimits = {
  title: 100,
  body: 4_000,
  expectedEffect: 2_000,
  area: 100,
  displayName: 50,
  name: 100,
  organizationName: 100,
  contactPerson: 100,
  cooperation: 2_000,
  request: 2_000,
  confidentialNote: 4_000,
} as const;

export type FieldLimits = typeof fieldLimits;

/** A posted value; absent ones count as empty. Anything but a single text is not a form of ours. */
const posted = z.string({ error: "input" }).default("");

/** A text is refused when it is too long, or when an individual number stands in it: the city may not even receive one (番号法 第20条). */
function checked<T extends string | null>(field: z.ZodType<T, string | undefined>, max: number) {
  return field
    .refine((value) => value === null || fitsLength(value, max), { error: "tooLong", abort: true })
    .refine((value) => value === null || !containsIndividualNumber(value), { error: "individualNumber" });
}

/** What nobody could read counts as nothing: a required field would be empty on the page, a name would be a blank. */
const visible = (text: string) => (isVisible(text) ? text : "");
const line = (value: string) => visible(storedLine(value));
const lines = (value: string) => visible(storedText(value));

/** One line that must be filled in, kept as typed. */
export const requiredLine = (max: number) =>
  checked(posted.transform(line).pipe(z.string().min(1, { error: "required" })), max);

/** One line that may be empty: null then. */
export const optionalLine = (max: number) =>
  checked(
    posted.transform((value) => line(value) || null),
    max,
  );

/** Text of several lines that must be filled in, kept as typed. */
export const requiredText = (max: number) =>
  checked(posted.transform(lines).pipe(z.string().min(1, { error: "required" })), max);

/** Text of several lines that may be empty: null then. */
export const optionalText = (max: number) =>
  checked(
    posted.transform((value) => lines(value) || null),
    max,
  );

/** A mail address in the form that is mailed, or null for an empty field. */
export const optionalEmail = posted.transform((value, context) => {
  if (storedLine(value) === "") return null;
  const address = normalizeEmail(value);
  if (address !== null) return address;
  context.addIssue({ code: "custom", message: "email" });
  return z.NEVER;
});

/** A Japanese telephone number in one written form, or null for an empty field. */
export const optionalPhone = posted.transform((value, context) => {
  if (storedLine(value) === "") return null;
  const number = normalizePhone(value);
  if (number !== null) return number;
  context.addIssue({ code: "custom", message: "phone" });
  return z.NEVER;
});

/**
 * The 13 digits of a corporate number, or null when the organization says that it has none (「なし」 typed, or the box whose value is
 * "none"). Empty is neither.
 */
export const corporateNumberField = posted.transform((value, context) => {
  const result = parseCorporateNumber(value);
  switch (result.kind) {
    case "number":
      return result.value;
    case "none":
      return null;
    case "invalid":
      context.addIssue({ code: "custom", message: corporateNumberProblem[result.reason] });
      return z.NEVER;
  }
});

const corporateNumberProblem = {
  empty: "corporateNumberMissing",
  characters: "corporateNumberLength",
  length: "corporateNumberLength",
  checkDigit: "corporateNumberCheckDigit",
} as const;

/** A box that must be ticked. */
export const consent = posted.refine((value) => value !== "", { error: "consent" }).transform(() => true as const);

/** The id of a row chosen from a list, or null for the empty choice. Whether it exists is for the command to see. */
export const optionalChoice = posted
  .transform((value) => value.trim() || null)
  .pipe(z.uuid({ error: "choose" }).nullable());
