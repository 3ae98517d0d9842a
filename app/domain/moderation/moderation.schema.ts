import { z } from "zod";
import { versionField } from "#app/domain/shared/version-field.ts";
import { requiredText } from "#app/domain/submission/form-fields.ts";
import { type Decision, type ReasonCode, reasonCodes, wordsNeeded } from "./moderation.ts";

/** The reason given for a decision, as it goes to the author and into the record. */
export type DecisionWords = { reasonCode: ReasonCode | null; explanation: string | null };

/** Longest explanation, in characters as a reader counts them. */
export const explanationLimit = 2_000;

const explanation = requiredText(explanationLimit);

/** Form fields of one decision: `version`, and what {@link wordsNeeded} asks for. Fields that are not needed come out as null. */
export function decisionSchema(decision: Decision): z.ZodType<DecisionWords & { version: number }> {
  switch (wordsNeeded(decision)) {
    case "none":
      return z
        .object({ version: versionField })
        .transform(({ version }) => ({ version, reasonCode: null, explanation: null }));
    case "explanation":
      return z.object({ version: versionField, explanation }).transform((fields) => ({ ...fields, reasonCode: null }));
    case "reason":
      return z.object({ version: versionField, reasonCode: z.enum(reasonCodes, { error: "choose" }), explanation });
  }
}
