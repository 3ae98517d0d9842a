import { z } from "zod";
import { parseTypedDate } from "./japanese-date.ts";

/**
 * A calendar day somebody typed in the western or the Japanese calendar (see {@link parseTypedDate}), as 'YYYY-MM-DD'.
 * The errors are keys of the namespace `errors`.
 */
export const dateField = z
  .string({ error: "required" })
  .trim()
  .min(1, { error: "required" })
  .transform((typed, context) => {
    const day = parseTypedDate(typed);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: "date" });
    return z.NEVER;
  });
