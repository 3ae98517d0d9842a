import { z } from "zod";
import { fitsLength, forMatching, storedLine } from "#app/domain/shared/normalize-text.ts";
import { flagWordLimits } from "./flag.ts";

const line = (limit: number) =>
  z
    .string({ error: "required" })
    .transform(storedLine)
    .refine((value) => fitsLength(value, limit), { error: "tooLong" });

/** A word to watch as the form sends it; `matched` is how it is compared. */
export const flagWordSchema = z
  .object({
    // a single letter would be found in every text
    word: line(flagWordLimits.word).refine((word) => forMatching(word).length >= 2, { error: "twoLettersNeeded" }),
    note: line(flagWordLimits.note),
    isActive: z
      .literal("on")
      .optional()
      .transform((value) => value === "on"),
  })
  .transform((input) => ({ ...input, matched: forMatching(input.word) }));

export type FlagWordInput = z.infer<typeof flagWordSchema>;
