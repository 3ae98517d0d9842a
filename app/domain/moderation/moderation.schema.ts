import { z } from "zod";
import { fitsLength, isVisible, storedText } from "#app/domain/shared/normalize-text.ts";
import { versionField } from "#app/domain/shared/version-field.ts";
import { requiredText } from "#app/domain/submission/form-fields.ts";
import { type ReplyVersion, usedFrom } from "./canned-reply.ts";
import { type Decision, wordsNeeded } from "./moderation.ts";
import {
  type PublicFieldName,
  publicFieldNames,
  type RedactionChoice,
  type RedactionLabel,
  type RedactionRange,
  redactionLabels,
} from "./redaction.ts";

/** The reason given for a decision: the key of a reason, the moderator's words, and the canned replies that are in them. */
export type DecisionWords = { reasonCode: string | null; explanation: string | null; replies?: ReplyVersion[] };

/** Longest explanation, in characters as a reader counts them. */
export const explanationLimit = 2_000;

const explanation = requiredText(explanationLimit);
const replies = z.string().optional().transform(usedFrom);
const reasonCode = z.string({ error: "choose" }).min(1, { error: "choose" }).max(40, { error: "choose" });

/**
 * Form fields of one decision: `version`, and what {@link wordsNeeded} asks for, with `replies`, the canned replies put into the words.
 * Fields that are not needed come out as null. Whether the reason is one that can be chosen now is the command's to say.
 */
export function decisionSchema(decision: Decision): z.ZodType<DecisionWords & { version: number }> {
  switch (wordsNeeded(decision)) {
    case "none":
      return z
        .object({ version: versionField })
        .transform(({ version }) => ({ version, reasonCode: null, explanation: null }));
    case "explanation":
      return z
        .object({ version: versionField, explanation, replies })
        .transform((fields) => ({ ...fields, reasonCode: null }));
    case "reason":
      return z.object({ version: versionField, reasonCode, explanation, replies });
  }
}

/** Longest appeal, in characters as a reader counts them. */
export const appealLimit = 2_000;

/** Form fields of an appeal: the `decision` its author was shown, and their `words`. */
export const appealSchema = z
  .object({ decision: z.uuid({ error: "input" }), words: requiredText(appealLimit) })
  .transform(({ decision, words }) => ({ decisionId: decision, words }));

/** Form fields of deciding about an appeal: which, the item's `version`, and the `explanation` its author gets. */
export const appealDecisionSchema = z.object({
  appealId: z.uuid({ error: "input" }),
  version: versionField,
  explanation,
});

/** Longest words that can be typed to be hidden, in characters as a reader counts them. */
export const hiddenWordsLimit = 200;

/** Longest reason for opening what was hidden. */
export const viewReasonLimit = 500;

/** A finding as the value of a box that is ticked to hide it. */
export function hideValue({ field, start, end, label }: RedactionRange): string {
  return [field, start, end, label].join(".");
}

function rangeOf(value: string): RedactionRange | null {
  const [, field, start, end, label] = /^(\w+)\.(\d{1,6})\.(\d{1,6})\.(\w+)$/.exec(value) ?? [];
  const name = publicFieldNames.find((one): one is PublicFieldName => one === field);
  const kind = redactionLabels.find((one): one is RedactionLabel => one === label);
  return name && kind ? { field: name, start: Number(start), end: Number(end), label: kind } : null;
}

/**
 * Form fields of hiding personal data: `version`; `hide.0`, `hide.1` … with a {@link hideValue} each; `words` to hide wherever they stand
 * (may be empty; an individual number may be among them) and their `label`.
 */
export const redactionSchema: z.ZodType<RedactionChoice & { version: number }, Record<string, string>> = z
  .record(z.string(), z.string())
  .transform((fields, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    const ranges = Object.entries(fields)
      .filter(([name]) => /^hide\.\d{1,4}$/.test(name))
      .map(([, value]) => rangeOf(value));
    const text = storedText(fields.words ?? "").trim();
    const label = redactionLabels.find((one) => one === (fields.label ?? "OTHER"));
    const version = versionField.safeParse(fields.version);
    if (ranges.includes(null)) problem("hide", "choose");
    if (!fitsLength(text, hiddenWordsLimit)) problem("words", "tooLong");
    if (text !== "" && label === undefined) problem("label", "choose");
    if (!version.success) problem("version", "required");
    return {
      version: version.data ?? 0,
      ranges: ranges.filter((range) => range !== null),
      words: isVisible(text) && label !== undefined ? { text, label } : null,
    };
  });

/** Form field of opening what was hidden: the `reason`, which goes into the audit log. */
export const viewOriginalSchema = z.object({ reason: requiredText(viewReasonLimit) });

/** Form field of taking an item over: `from`, the id of the colleague who has it. */
export const takeOverSchema = z.object({ from: z.uuid({ error: "choose" }) });
