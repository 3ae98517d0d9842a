import type { RunPreview, Selection } from "#app/domain/moderation/decision-run.ts";
import type { Decision } from "#app/domain/moderation/moderation.ts";
import type { ReasonChoice } from "#app/domain/moderation/reasons.ts";
import type { FieldProblems } from "#app/domain/shared/domain-error.ts";

/** Where deciding on several texts stands: what is decided, or everything that would happen. `values` is what was typed. */
export type RunStep =
  | {
      step: "input";
      selection: Selection;
      values: Record<string, string>;
      problems: FieldProblems;
      reasons: ReasonChoice[];
    }
  | {
      step: "confirm";
      decision: Decision;
      /** What the reason is called; null where none is needed. */
      reason: string | null;
      more: boolean;
      preview: RunPreview;
      values: Record<string, string>;
      /** Why the run could not be planned: a key of the `errors` namespace. */
      refusal: string | null;
    };
