import { z } from "zod";
import type { AskedFields } from "#app/domain/plan/theme-policy.ts";
import { missingOf } from "./asked-fields.ts";
import {
  consent,
  corporateNumberField,
  fieldLimits,
  optionalChoice,
  optionalEmail,
  optionalLine,
  optionalPhone,
  optionalText,
  requiredLine,
  requiredText,
} from "./form-fields.ts";
import { costSharings } from "./submission.ts";

/** Field names are a contract: other people's forms and tests post them. */
const proposalText = {
  title: requiredLine(fieldLimits.title),
  body: requiredText(fieldLimits.body),
};

const ideaText = {
  ...proposalText,
  expectedEffect: optionalText(fieldLimits.expectedEffect),
  area: optionalLine(fieldLimits.area),
  displayName: optionalLine(fieldLimits.displayName),
};

const partnershipText = {
  organizationName: requiredLine(fieldLimits.organizationName),
  ...proposalText,
};

const partnershipCityOnly = {
  cooperation: requiredText(fieldLimits.cooperation),
  request: requiredText(fieldLimits.request),
  costSharing: z.enum(costSharings, { error: "choose" }),
  confidentialNote: optionalText(fieldLimits.confidentialNote),
};

/** 市民の提案. Public: title, body, expectedEffect, area, questionId, displayName. */
export const ideaSchema = z.object({
  ...ideaText,
  questionId: optionalChoice,
  name: optionalLine(fieldLimits.name),
  email: optionalEmail,
  phone: optionalPhone,
  consent,
});

/** The same, with what one theme asks for: what it requires must be there. */
export function askedIdeaSchema(asks: AskedFields) {
  return ideaSchema.superRefine(
    (value, context) => {
      for (const [name, problems] of Object.entries(missingOf(asks, value))) {
        for (const message of problems) context.addIssue({ code: "custom", path: [name], message });
      }
    },
    { when: () => true },
  );
}

/** 企業・団体の提案 (対話の申込み). Public: organizationName, title and body; the city needs one way to reach the contact person. */
export const partnershipSchema = z
  .object({
    ...partnershipText,
    questionId: optionalChoice,
    corporateNumber: corporateNumberField,
    contactPerson: requiredLine(fieldLimits.contactPerson),
    email: optionalEmail,
    phone: optionalPhone,
    ...partnershipCityOnly,
    consent,
  })
  // Asked together with everything else: without `when` it would come up only after all other fields are right.
  .refine((value) => value.email !== null || value.phone !== null, {
    path: ["email"],
    error: "emailOrPhone",
    when: () => true,
  });

/** 担当への問い合わせ. Nothing of it is ever public. */
export const inquirySchema = z.object({
  ...proposalText,
  name: optionalLine(fieldLimits.name),
  email: optionalEmail,
  phone: optionalPhone,
  consent,
});

/** What its author may change in a returned idea. */
export const ideaRevisionSchema = z.object(ideaText);
/** What its author may change in a returned partnership proposal. */
export const partnershipRevisionSchema = z.object({ ...partnershipText, ...partnershipCityOnly });

export type IdeaFields = z.output<typeof ideaSchema>;
export type PartnershipFields = z.output<typeof partnershipSchema>;
export type InquiryFields = z.output<typeof inquirySchema>;
export type IdeaRevision = z.output<typeof ideaRevisionSchema>;
export type PartnershipRevision = z.output<typeof partnershipRevisionSchema>;

/** The author's answer to a question of the desk. */
export const replySchema = z.object({
  questionId: z.uuid({ error: "input" }),
  reply: requiredText(fieldLimits.body),
});
