import { z } from "zod";
import { halfWidthDigits } from "#app/domain/shared/normalize-text.ts";
import { businessDaysSchema, type Settings, settingsSchema } from "./settings.ts";

const { reviewDays, answerDays, moderatorPhone } = settingsSchema.shape;

const days = z
  .string({ error: "required" })
  .transform((typed) => halfWidthDigits(typed).trim())
  .pipe(z.string().min(1, { error: "required" }).transform(Number).pipe(businessDaysSchema));

/** The settings form: one flat field a value (`reviewDays.IDEA` …). */
export const settingsFormSchema = z
  .object({
    /** As the page showed them: changes whenever a setting does. */
    version: z
      .string({ error: "required" })
      .regex(/^\d{1,9}$/, { error: "required" })
      .transform(Number),
    approvalByAnotherPerson: z.literal("on").optional(),
    "reviewDays.IDEA": days,
    "reviewDays.PARTNERSHIP": days,
    "reviewDays.INQUIRY": days,
    "reviewDays.COMMENT": days,
    "answerDays.IDEA": days,
    "answerDays.PARTNERSHIP": days,
    "answerDays.INQUIRY": days,
    moderatorPhone,
  })
  .transform((form): { version: number; settings: Settings } => ({
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
      moderatorPhone: form.moderatorPhone,
    },
  }));
