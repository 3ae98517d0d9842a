import { z } from "zod";
import {
  consent,
  fieldLimits,
  optionalChoice,
  optionalEmail,
  optionalLine,
  requiredText,
} from "#app/domain/submission/form-fields.ts";
import { stances } from "./comment.ts";

/** Longest comment, in characters as a reader counts them. */
export const commentLimits = { body: 2_000, displayName: fieldLimits.displayName, name: fieldLimits.name } as const;

const optionalStance = z
  .string({ error: "input" })
  .default("")
  .transform((value) => value || null)
  .pipe(z.enum(stances, { error: "choose" }).nullable());

const commentText = {
  body: requiredText(commentLimits.body),
  displayName: optionalLine(commentLimits.displayName),
  stance: optionalStance,
};

/** コメント. Public: body, displayName, stance. `parent` is the comment it replies to, `questionId` the theme's question it answers. */
export const commentSchema = z.object({
  ...commentText,
  questionId: optionalChoice,
  parent: optionalChoice,
  name: optionalLine(commentLimits.name),
  email: optionalEmail,
  consent,
});

/** What its author may change in a returned comment. */
export const commentRevisionSchema = z.object(commentText);

export type CommentFields = z.output<typeof commentSchema>;
export type CommentRevisionFields = z.output<typeof commentRevisionSchema>;
