import { z } from "zod";
import { positionSchema } from "#app/domain/directory/directory.schema.ts";
import { localizedFields, localizedFrom, localizedValues } from "#app/domain/shared/localized-fields.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { fitsLength, isVisible, storedLine, storedText } from "#app/domain/shared/normalize-text.ts";
import { hasUnknownPlaceholder, replyLimits } from "./canned-reply.ts";
import type { Decision } from "./moderation.ts";
import { explainedDecisions, reasonedDecisions, reasonLimits } from "./reasons.ts";

const box = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** A box of a group: it is sent when it is ticked, whatever its value. */
const sent = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

export type ReasonInput = {
  position: number;
  label: LocalizedText;
  guideline: LocalizedText;
  decisions: Decision[];
  isActive: boolean;
};

/** Form fields of a reason: `position`, `label.*`, `guideline.*`, a box `decisions.RETURN` … each, and `isActive`. */
export const reasonSchema: z.ZodType<ReasonInput> = z
  .object({
    position: positionSchema,
    ...localizedFields("label", reasonLimits.label),
    ...localizedFields("guideline", reasonLimits.guideline),
    "decisions.RETURN": sent,
    "decisions.DECLINE": sent,
    "decisions.HIDE": sent,
    isActive: box,
  })
  .transform((values, context) => {
    const decisions = reasonedDecisions.filter((decision) => values[`decisions.${decision}`]);
    if (decisions.length === 0) context.addIssue({ code: "custom", path: ["decisions"], message: "choose" });
    return {
      position: values.position,
      label: localizedFrom(values, "label"),
      guideline: localizedFrom(values, "guideline"),
      decisions,
      isActive: values.isActive,
    };
  });

/** A reason as the values of its form; null for a new one, which is in use and offered for everything. */
export function reasonValues(reason: ReasonInput | null): Record<string, string> {
  const offered = reason?.decisions ?? reasonedDecisions;
  return {
    position: String(reason?.position ?? ""),
    ...localizedValues("label", reason?.label ?? {}),
    ...localizedValues("guideline", reason?.guideline ?? {}),
    ...Object.fromEntries(
      reasonedDecisions.map((decision) => [`decisions.${decision}`, offered.includes(decision) ? decision : ""]),
    ),
    isActive: (reason?.isActive ?? true) ? "on" : "",
  };
}

export type ReplyInput = {
  decision: Decision;
  reasonKey: string | null;
  title: string;
  text: LocalizedText;
  isActive: boolean;
};

const title = z
  .string({ error: "required" })
  .transform(storedLine)
  .refine(isVisible, { error: "required", abort: true })
  .refine((value) => fitsLength(value, replyLimits.title), { error: "tooLong" });

const edition = z
  .string()
  .default("")
  .transform(storedText)
  .transform((value) => (isVisible(value) ? value : ""))
  .refine((value) => fitsLength(value, replyLimits.text), { error: "tooLong", abort: true })
  .refine((value) => !hasUnknownPlaceholder(value), { error: "unknownPlaceholder" });

/** Form fields of a canned reply: `decision`, `reasonKey` (empty: any), `title`, `text.*` (Japanese must be there) and `isActive`. */
export const replySchema: z.ZodType<ReplyInput> = z
  .object({
    decision: z.enum(explainedDecisions, { error: "choose" }),
    reasonKey: z
      .string()
      .max(40, { error: "choose" })
      .default("")
      .transform((key) => (key === "" ? null : key)),
    title,
    "text.ja": edition.refine((value) => value !== "", { error: "required" }),
    "text.easy": edition,
    "text.en": edition,
    isActive: box,
  })
  .transform((values) => ({
    decision: values.decision,
    reasonKey: values.reasonKey,
    title: values.title,
    text: localizedFrom(values, "text"),
    isActive: values.isActive,
  }));

/** A canned reply as the values of its form; null for a new one. */
export function replyValues(reply: ReplyInput | null): Record<string, string> {
  return {
    title: reply?.title ?? "",
    decision: reply?.decision ?? "",
    reasonKey: reply?.reasonKey ?? "",
    ...localizedValues("text", reply?.text ?? {}),
    isActive: (reply?.isActive ?? true) ? "on" : "",
  };
}
