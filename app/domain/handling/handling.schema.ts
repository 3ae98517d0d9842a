import { z } from "zod";
import { dateField } from "#app/domain/shared/date-field.ts";
import { versionField } from "#app/domain/shared/version-field.ts";
import { optionalText, requiredText } from "#app/domain/submission/form-fields.ts";

/** Longest texts, in characters as a reader counts them. */
export const handlingLimits = {
  answer: 10_000,
  referral: 300,
  note: 4_000,
  reason: 1_000,
  question: 2_000,
} as const;

const desk = z.uuid({ error: "choose" });
/** Whether the day is open and not past depends on today: the command checks it. */
const day = dateField;

export const assignSchema = z.object({
  version: versionField,
  deskId: desk,
  dueOn: day,
  instruction: optionalText(handlingLimits.reason),
});

/** Whether the outcome exists and wants a referral is the city's data: the command checks it. */
export const draftSchema = z.object({
  version: versionField,
  outcomeKey: z.string({ error: "choose" }).min(1, { error: "choose" }).max(40, { error: "choose" }),
  referral: optionalText(handlingLimits.referral),
  body: requiredText(handlingLimits.answer),
});

export const passOnSchema = z.object({
  version: versionField,
  deskId: desk,
  reason: requiredText(handlingLimits.reason),
});
export const extendSchema = z.object({
  version: versionField,
  dueOn: day,
  reason: requiredText(handlingLimits.reason),
});
export const notOursSchema = z.object({ version: versionField, reason: requiredText(handlingLimits.reason) });
export const askSchema = z.object({ version: versionField, question: requiredText(handlingLimits.question) });
export const noteSchema = z.object({ note: requiredText(handlingLimits.note) });
export const publishSchema = z.object({ version: versionField, answerId: z.uuid({ error: "required" }) });
export const sendBackSchema = publishSchema.extend({ note: requiredText(handlingLimits.reason) });
export const revokeSchema = z.object({ version: versionField });

/** `stamp`: of what the page showed. */
export const handOverSchema = z.object({
  to: desk,
  stamp: z.string({ error: "required" }).max(100, { error: "required" }),
});
