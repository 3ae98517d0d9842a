import type { ArrangementPreview, SimilarSubmission } from "#app/domain/moderation/arrangement-page.ts";
import type { ClosingPreview } from "#app/domain/moderation/queries/preview-closing.server.ts";
import type { Contact, RedactionPreview } from "#app/domain/moderation/review-page.ts";
import type { OriginalText } from "#app/domain/moderation/sealed-original.ts";
import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import type { FieldProblems } from "#app/domain/shared/domain-error.ts";

/** What somebody typed, by field name. */
export type Typed = Record<string, string>;

/** What a page with several forms shows after one of them was posted and nothing was changed yet. */
export type ActStep =
  | {
      step: "input";
      act: string;
      values: Typed;
      problems: FieldProblems;
      params: Record<string, string | number>;
      /** What was found that might be about the same. */
      similar?: SimilarSubmission[];
    }
  | { step: "confirm"; act: string; values: Typed; preview: AuthorMailPreview | null }
  | { step: "decide"; act: string; values: Typed; preview: AuthorMailPreview }
  | { step: "arrange"; act: string; values: Typed; preview: ArrangementPreview }
  | { step: "redact"; act: string; values: Typed; preview: RedactionPreview }
  | { step: "close"; act: string; values: Typed; preview: ClosingPreview }
  | { step: "contact"; contact: Contact }
  | { step: "reporter"; report: string; reporter: Pick<Contact, "email" | "emailConfirmed"> }
  | { step: "original"; originals: OriginalText[] };

/** The steps that are pages of their own, on which little else of the item is shown. */
export type StepBeforeAct = Extract<ActStep, { step: "decide" | "arrange" | "redact" | "close" }>;

export function isBeforeAct(step: ActStep | undefined): step is StepBeforeAct {
  return step !== undefined && ["decide", "arrange", "redact", "close"].includes(step.step);
}

/**
 * The version that the forms of this page carry: that of the page on which somebody began to type, also when the form comes back or is shown
 * once more, so that a change made meanwhile is noticed and not overwritten.
 */
export function versionOf(step: ActStep | undefined, present: number): number {
  const begun = step !== undefined && "values" in step ? Number(step.values.version) : Number.NaN;
  return Number.isSafeInteger(begun) && begun > 0 ? begun : present;
}
