import { z } from "zod";
import { versionField } from "#app/domain/shared/version-field.ts";
import { requiredText } from "#app/domain/submission/form-fields.ts";
import { explanationLimit } from "./moderation.schema.ts";

const chosen = z.uuid({ error: "choose" });
const explanation = requiredText(explanationLimit);

/** Form fields of putting an item under another theme. Whether the theme can be chosen is for the command to see. */
export const moveSchema = z.object({ version: versionField, themeId: chosen, explanation });
