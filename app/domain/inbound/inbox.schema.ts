import { z } from "zod";
import { draftSchema } from "#app/domain/handling/handling.schema.ts";
import { versionField } from "#app/domain/shared/version-field.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";

/** A draft made of a received message: for which submission, and what a draft on the desk says. */
export const messageDraftSchema = draftSchema.extend({
  number: z.string({ error: "required" }).transform((typed, context) => {
    const number = parseReceiptNumber(typed);
    if (number !== null) return number;
    context.addIssue({ code: "custom", message: typed.trim() === "" ? "required" : "receiptNumber" });
    return z.NEVER;
  }),
});

export const asideSchema = z.object({ version: versionField });

export type MessageDraftInput = z.output<typeof messageDraftSchema>;
