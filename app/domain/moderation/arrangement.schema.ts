import { z } from "zod";
import { versionField } from "#app/domain/shared/version-field.ts";
import { requiredText } from "#app/domain/submission/form-fields.ts";
import { explanationLimit } from "./moderation.schema.ts";

const chosen = z.uuid({ error: "choose" });
const explanation = requiredText(explanationLimit);

/** Form fields of putting an item under another theme. Whether the theme can be chosen is for the command to see. */
export const moveSchema = z.object({ version: versionField, themeId: chosen, explanation });

/** Form field of bringing together: the receipt number of the other one, chosen (`choice`) or typed (`into`). */
const otherOne = { choice: z.string().optional(), into: z.string().max(100, { error: "mergeUnknown" }).optional() };

/**
 * Form fields of merging a submission into another one. `intoVersion` is the version of that one as it was shown, and has to be there when it is
 * done. Which number leads where is for the command to see.
 */
export const mergeSchema = z
  .object({ version: versionField, ...otherOne, intoVersion: versionField.optional(), explanation })
  .transform(({ choice, into, intoVersion, ...fields }, context) => {
    const number = (choice ?? "").trim() || (into ?? "").trim();
    if (number === "") context.addIssue({ code: "custom", path: ["into"], message: "required" });
    return { ...fields, into: number, intoVersion: intoVersion ?? null };
  });

/** Form fields of undoing a merge. */
export const separateSchema = z.object({ version: versionField, explanation });
