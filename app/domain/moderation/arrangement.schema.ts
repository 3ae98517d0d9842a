import { z } from "zod";
import { versionField } from "#app/domain/shared/version-field.ts";
import { fieldLimits, requiredLine, requiredText } from "#app/domain/submission/form-fields.ts";
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

/** Form fields of changing the kind: the desk or theme it goes `to`. */
export const kindSchema = z.object({ version: versionField, to: chosen, explanation });

/** Form field of handing an item to the administrators, and of giving it back: a note that staff alone read. */
export const escalationSchema = z.object({ version: versionField, note: requiredText(explanationLimit) });

/** Form fields of splitting: the title of the part, and the passage that becomes its text. Whether it is verbatim is for the command to see. */
export const splitSchema = z.object({
  version: versionField,
  title: requiredLine(fieldLimits.title),
  passage: requiredText(fieldLimits.body),
});
