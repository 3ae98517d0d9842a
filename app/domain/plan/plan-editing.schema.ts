import { z } from "zod";
import { dateField } from "#app/domain/shared/date-field.ts";
import { localizedFields, localizedFrom } from "#app/domain/shared/localized-fields.ts";
import { versionField } from "#app/domain/shared/version-field.ts";
import { themeIllustrations } from "./illustrations.ts";
import { planLimits } from "./plan-editing.ts";
import { fieldNeeds, reviewModes } from "./theme-policy.ts";

const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

export const themeSchema = z
  .object({
    version: versionField,
    ...localizedFields("title", planLimits.title),
    ...localizedFields("lead", planLimits.lead),
    ...localizedFields("body", planLimits.body),
    illustration: z.enum(themeIllustrations, { error: "choose" }),
    isFeatured: checkbox,
    deskId: z.uuid({ error: "choose" }),
  })
  .transform((values) => ({
    version: values.version,
    title: localizedFrom(values, "title"),
    lead: localizedFrom(values, "lead"),
    body: localizedFrom(values, "body"),
    illustration: values.illustration,
    isFeatured: values.isFeatured,
    deskId: values.deskId,
  }));

const optionalDate = z.union([z.literal("").transform(() => null), dateField], { error: "date" }).default(null);

/** What a theme takes and asks for, from when to when, and when it is read. */
export const themePolicySchema = z
  .object({
    version: versionField,
    acceptsIdeas: checkbox,
    acceptsPartnerships: checkbox,
    acceptsComments: checkbox,
    opensOn: optionalDate,
    closesOn: optionalDate,
    reviewMode: z.enum(reviewModes, { error: "choose" }),
    publishesTrusted: checkbox,
    expectedEffect: z.enum(fieldNeeds, { error: "choose" }),
    area: z.enum(fieldNeeds, { error: "choose" }),
  })
  .refine(({ opensOn, closesOn }) => opensOn === null || closesOn === null || closesOn >= opensOn, {
    error: "endBeforeStart",
    path: ["closesOn"],
  });

export type ThemePolicyInput = z.infer<typeof themePolicySchema>;

export const questionSchema = z
  .object(localizedFields("text", planLimits.question))
  .transform((values) => ({ text: localizedFrom(values, "text") }));

export const planSchema = z
  .object({
    version: versionField,
    ...localizedFields("title", planLimits.planTitle),
    ...localizedFields("summary", planLimits.summary),
    startsOn: dateField,
    endsOn: z.union([z.literal("").transform(() => null), dateField], { error: "date" }),
    participation: z.enum(["OPEN", "CLOSED"], { error: "choose" }),
  })
  .transform((values) => ({
    version: values.version,
    title: localizedFrom(values, "title"),
    summary: localizedFrom(values, "summary"),
    startsOn: values.startsOn,
    endsOn: values.endsOn,
    participation: values.participation,
  }))
  .refine((plan) => plan.endsOn === null || plan.endsOn > plan.startsOn, { error: "endBeforeStart", path: ["endsOn"] });

export type ThemeInput = z.infer<typeof themeSchema>;
export type QuestionInput = z.infer<typeof questionSchema>;
export type PlanInput = z.infer<typeof planSchema>;
