import { z } from "zod";
import { localizedFields, localizedFrom } from "#app/domain/shared/localized-fields.ts";
import { halfWidthDigits } from "#app/domain/shared/normalize-text.ts";
import {
  businessDaysSchema,
  type CityRules,
  type EmergencyNotice,
  emergencyLimit,
  extensionSchema,
  hourSchema,
  noticeLinkSchema,
  receivedMailDaysSchema,
  settingsSchema,
  undoSecondsSchema,
} from "./settings.ts";

const { reviewDays, answerDays, moderatorPhone } = settingsSchema.shape;

const typedNumber = (schema: z.ZodType<number, number>) =>
  z
    .string({ error: "required" })
    .transform((typed) => halfWidthDigits(typed).trim())
    .pipe(z.string().min(1, { error: "required" }).transform(Number).pipe(schema));

const days = typedNumber(businessDaysSchema);

const extension = z
  .string()
  .default("")
  .transform((typed) => halfWidthDigits(typed).trim() || null)
  .pipe(extensionSchema);

/** As the page showed the settings: changes whenever one of them does. */
const version = z
  .string({ error: "required" })
  .regex(/^\d{1,9}$/, { error: "required" })
  .transform(Number);

/** The settings form: one flat field a value (`reviewDays.IDEA` …). */
export const settingsFormSchema = z
  .object({
    version,
    approvalByAnotherPerson: z.literal("on").optional(),
    "reviewDays.IDEA": days,
    "reviewDays.PARTNERSHIP": days,
    "reviewDays.INQUIRY": days,
    "reviewDays.COMMENT": days,
    "answerDays.IDEA": days,
    "answerDays.PARTNERSHIP": days,
    "answerDays.INQUIRY": days,
    undoSeconds: typedNumber(undoSecondsSchema),
    appealDays: days,
    "promiseClock.remindFirst": days,
    "promiseClock.remindLast": days,
    "promiseClock.remindLate": days,
    "promiseClock.tellOffice": days,
    "promiseClock.longestPause": days,
    "promiseClock.holdRequest": days,
    "promiseClock.morningHour": typedNumber(hourSchema),
    receivedMailDays: typedNumber(receivedMailDaysSchema),
    moderatorExtension: extension,
    moderatorPhone,
  })
  .transform((form): { version: number; settings: CityRules } => ({
    version: form.version,
    settings: {
      approvalByAnotherPerson: form.approvalByAnotherPerson === "on",
      reviewDays: reviewDays.parse({
        IDEA: form["reviewDays.IDEA"],
        PARTNERSHIP: form["reviewDays.PARTNERSHIP"],
        INQUIRY: form["reviewDays.INQUIRY"],
        COMMENT: form["reviewDays.COMMENT"],
      }),
      answerDays: answerDays.parse({
        IDEA: form["answerDays.IDEA"],
        PARTNERSHIP: form["answerDays.PARTNERSHIP"],
        INQUIRY: form["answerDays.INQUIRY"],
      }),
      undoSeconds: form.undoSeconds,
      appealDays: form.appealDays,
      promiseClock: {
        remindFirst: form["promiseClock.remindFirst"],
        remindLast: form["promiseClock.remindLast"],
        remindLate: form["promiseClock.remindLate"],
        tellOffice: form["promiseClock.tellOffice"],
        longestPause: form["promiseClock.longestPause"],
        holdRequest: form["promiseClock.holdRequest"],
        morningHour: form["promiseClock.morningHour"],
      },
      receivedMailDays: form.receivedMailDays,
      moderatorExtension: form.moderatorExtension,
      moderatorPhone: form.moderatorPhone,
    },
  }));

/** The urgent notice as it is set: its text in every language, and where it leads or nothing. */
export const emergencyFormSchema = z
  .object({
    version,
    ...localizedFields("text", emergencyLimit),
    href: z
      .string()
      .default("")
      .transform((typed) => typed.normalize("NFKC").trim() || null)
      .pipe(noticeLinkSchema.nullable()),
  })
  .transform((form): { version: number; notice: EmergencyNotice } => ({
    version: form.version,
    notice: { text: localizedFrom(form, "text"), href: form.href },
  }));

/** The form that takes it away. */
export const emergencyOffSchema = z.object({ version });
