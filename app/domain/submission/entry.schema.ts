import { z } from "zod";
import { dateField } from "#app/domain/shared/date-field.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { arrivalProblem } from "./entry.ts";
import { ideaSchema, inquirySchema, partnershipSchema } from "./submission.schema.ts";
import { deskChannels } from "./submission.ts";

/** How something arrived that staff type in, with the fields that the author's own form has. @param today in Tokyo */
export function entrySchemas(today: IsoDate) {
  const arrival = {
    channel: z.enum(deskChannels, { error: "choose" }),
    arrivedOn: dateField.transform((day, context): IsoDate => {
      const problem = arrivalProblem(day, today);
      if (problem === null) return day;
      context.addIssue({ code: "custom", message: problem });
      return z.NEVER;
    }),
    /** The language its author reads: of the receipt and of every mail. */
    authorLocale: z.enum(locales, { error: "choose" }),
  };
  return {
    idea: ideaSchema.extend(arrival),
    // `extend` would drop the rule on how the company can be reached
    partnership: partnershipSchema.safeExtend(arrival),
    inquiry: inquirySchema.extend(arrival),
  };
}
