import { z } from "zod";
import { storedLine, storedText } from "#app/domain/shared/normalize-text.ts";
import { hasKanji, hiragana, rubyOf } from "./furigana.ts";
import { glossaryLimits } from "./glossary.ts";

const line = (limit: number) =>
  z
    .string({ error: "required" })
    .transform(storedLine)
    .pipe(z.string().max(limit, { error: "tooLong" }));

/** Hiragana; katakana of either width is made hiragana, spaces are dropped. */
const readingSchema = z
  .string({ error: "required" })
  .transform((typed) => hiragana(typed.normalize("NFKC")).replace(/\s+/g, ""))
  .pipe(
    z
      .string()
      .min(1, { error: "required" })
      .max(glossaryLimits.reading, { error: "tooLong" })
      .regex(/^[ぁ-ゖー]+$/, { error: "hiraganaOnly" }),
  );

export const termSchema = z
  .object({
    term: line(glossaryLimits.term).pipe(
      z
        .string()
        .min(1, { error: "required" })
        .refine(hasKanji, { error: "kanjiNeeded" })
        // a word with a space or a mark in it would never be found as one word
        .regex(/^[\p{L}\p{N}ー・]+$/u, { error: "wordOnly" }),
    ),
    reading: readingSchema,
    note: line(glossaryLimits.note),
  })
  .superRefine(({ term, reading }, context) => {
    // the kana of the word must stand in its reading, or nothing could be put on its kanji
    if (rubyOf(term, reading).every((part) => typeof part === "string")) {
      context.addIssue({ code: "custom", path: ["reading"], message: "readingDoesNotFit" });
    }
  });

export type TermInput = z.infer<typeof termSchema>;

/** Longest sentence to try, in UTF-16 code units. */
export const trialLimit = 500;

export const trialSchema = z.object({
  text: z
    .string({ error: "required" })
    .transform(storedText)
    .pipe(z.string().min(1, { error: "required" }).max(trialLimit, { error: "tooLong" })),
});
