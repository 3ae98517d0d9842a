import { z } from "zod";
import { phoneSchema } from "#app/domain/settings/settings.ts";
import { dateField } from "#app/domain/shared/date-field.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { localizedFields, localizedFrom } from "#app/domain/shared/localized-fields.ts";
import { fitsLength, forMatching, halfWidthDigits, storedLine } from "#app/domain/shared/normalize-text.ts";
import { directoryLimits } from "./directory.ts";

/** Place in a list, from 0; equal places stand in order of making. */
export const positionSchema = z
  .string({ error: "required" })
  .transform((typed) => halfWidthDigits(typed).trim())
  .pipe(
    z
      .string()
      .regex(/^\d{1,3}$/, { error: "position" })
      .transform(Number),
  );

const idSchema = z.uuid({ error: "choose" });
const optionalIdSchema = z.union([z.literal("").transform(() => null), idSchema], { error: "choose" });

export const departmentSchema = z
  .object({ ...localizedFields("name", directoryLimits.name), position: positionSchema })
  .transform((values) => ({ name: localizedFrom(values, "name"), position: values.position }));

export const sectionSchema = z
  .object({ ...localizedFields("name", directoryLimits.name), departmentId: idSchema, position: positionSchema })
  .transform((values) => ({
    name: localizedFrom(values, "name"),
    departmentId: values.departmentId,
    position: values.position,
  }));

/** Part of the public address /contact/:slug; chosen once, because links to it must keep working. */
export const slugSchema = z
  .string({ error: "required" })
  .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, { error: "required" })
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, { error: "slug" }),
  );

/** Empty: nothing is mailed, the desk works on the screen. */
const mailboxSchema = z
  .string({ error: "required" })
  .transform((typed) => typed.normalize("NFKC").trim())
  .pipe(
    z.union([z.literal("").transform(() => null), z.email({ error: "email" }).max(254, { error: "email" })], {
      error: "email",
    }),
  );

const optionalDate = z.union([z.literal("").transform(() => null), dateField], { error: "date" }).default(null);

/** The form fields of what a desk is by itself, wherever its section and its successor are named; {@link deskFrom} puts them together. */
export const deskFields = {
  ...localizedFields("name", directoryLimits.name),
  ...localizedFields("duty", directoryLimits.duty),
  ...localizedFields("hours", directoryLimits.hours),
  phone: phoneSchema,
  mailbox: mailboxSchema,
  position: positionSchema,
  validFrom: optionalDate,
  validUntil: optionalDate,
};

/** What a desk is by itself, out of its checked fields. */
export function deskFrom(values: z.output<z.ZodObject<typeof deskFields>>) {
  return {
    name: localizedFrom(values, "name"),
    duty: localizedFrom(values, "duty"),
    hours: localizedFrom(values, "hours"),
    phone: values.phone,
    mailbox: values.mailbox,
    position: values.position,
    validFrom: values.validFrom,
    validUntil: values.validUntil,
  };
}

export type DeskValues = ReturnType<typeof deskFrom>;

/** The columns of {@link DeskValues}. */
export const deskColumns = {
  name: true,
  duty: true,
  hours: true,
  phone: true,
  mailbox: true,
  position: true,
  validFrom: true,
  validUntil: true,
} as const satisfies Record<keyof DeskValues, true>;

/** A desk that ends before it begins would never be in office. */
export const endsInTime = ({ validFrom, validUntil }: { validFrom: IsoDate | null; validUntil: IsoDate | null }) =>
  validFrom === null || validUntil === null || validUntil >= validFrom;

export const endsTooEarly = { error: "endBeforeStart", path: ["validUntil"] };

export const deskSchema = z
  .object({
    sectionId: idSchema,
    ...deskFields,
    successorId: optionalIdSchema.default(null),
    note: z
      .string()
      .default("")
      .transform(storedLine)
      .refine((value) => fitsLength(value, directoryLimits.note), { error: "tooLong" }),
  })
  .refine(endsInTime, endsTooEarly)
  .transform((values) => ({
    sectionId: values.sectionId,
    ...deskFrom(values),
    successorId: values.successorId,
    note: values.note,
  }));

const kindSchema = z.union([z.literal("").transform(() => null), z.enum(["IDEA", "PARTNERSHIP", "INQUIRY"])], {
  error: "choose",
});

/** One name or word a line; empty lines and repetitions are left out. */
const wordListSchema = z
  .string({ error: "required" })
  .transform((typed) => [...new Map(typed.split(/\r\n?|\n/).map((line) => [forMatching(line), storedLine(line)]))])
  .transform((lines) => lines.filter(([matched]) => matched !== ""))
  .refine((lines) => lines.every(([matched]) => matched.length >= 2), { error: "twoLettersNeeded" })
  .refine((lines) => lines.every(([, line]) => fitsLength(line, directoryLimits.word)), { error: "wordTooLong" })
  .refine((lines) => lines.length <= directoryLimits.words, { error: "tooManyWords" })
  .transform((lines) => lines.map(([, line]) => line));

export const routingRuleSchema = z.object({
  position: positionSchema,
  themeId: optionalIdSchema,
  kind: kindSchema,
  questionId: optionalIdSchema,
  areas: wordListSchema,
  words: wordListSchema,
  deskId: idSchema,
  note: z
    .string({ error: "required" })
    .transform(storedLine)
    .refine((value) => fitsLength(value, directoryLimits.note), { error: "tooLong" }),
  isActive: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});

/** Something that could be sent, to see where it would go. */
export const routedTextSchema = z.object({
  kind: z.enum(["IDEA", "PARTNERSHIP", "INQUIRY"], { error: "choose" }),
  themeId: optionalIdSchema,
  questionId: optionalIdSchema,
  area: z
    .string({ error: "required" })
    .refine((value) => fitsLength(value, directoryLimits.triedArea), { error: "tooLong" }),
  text: z
    .string({ error: "required" })
    .refine((value) => fitsLength(value, directoryLimits.triedText), { error: "tooLong" }),
});

export type DepartmentInput = z.infer<typeof departmentSchema>;
export type SectionInput = z.infer<typeof sectionSchema>;
export type DeskInput = z.infer<typeof deskSchema>;
export type RoutingRuleInput = z.infer<typeof routingRuleSchema>;
export type RoutedTextInput = z.infer<typeof routedTextSchema>;

/** Which row is saved: a new one (under a key of its own, if a file gives it one), or one as it was when the page was opened. */
export type SavedRow = { id: null; key?: string } | { id: string; version: number };
