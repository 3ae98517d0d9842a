import type { RunPreview, Selection } from "#app/domain/moderation/decision-run.ts";
import type { DecisionWords } from "#app/domain/moderation/moderation.schema.ts";
import type { Decision } from "#app/domain/moderation/moderation.ts";
import type { FieldProblems } from "#app/domain/shared/domain-error.ts";

/** Where deciding on several texts stands: what is decided, or everything that would happen. `values` is what was typed. */
export type RunStep =
  | { step: "input"; selection: Selection; values: Record<string, string>; problems: FieldProblems }
  | {
      step: "confirm";
      decision: Decision;
      words: DecisionWords;
      more: boolean;
      preview: RunPreview;
      values: Record<string, string>;
      /** Why the run could not be planned: a key of the `errors` namespace. */
      refusal: string | null;
    };
