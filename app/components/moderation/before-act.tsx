import { type StepBeforeAct, versionOf } from "#app/components/handling/act-step.ts";
import type { ItemBeforeAct } from "#app/domain/moderation/review-page.ts";
import { ConfirmArrangement } from "./confirm-arrangement.tsx";
import { ConfirmClosing } from "./confirm-closing.tsx";
import { ConfirmDecision } from "./confirm-decision.tsx";
import { ConfirmRedaction } from "./confirm-redaction.tsx";

/** The page before an act about an item is done: what it will do, and nothing else of the item. */
export function BeforeAct({ page, step }: { page: ItemBeforeAct; step: StepBeforeAct }) {
  const version = versionOf(step, page.version);
  switch (step.step) {
    case "arrange":
      return <ConfirmArrangement {...step} number={page.number} version={version} />;
    case "close":
      return <ConfirmClosing {...step} number={page.number} version={version} />;
    case "redact":
      return <ConfirmRedaction {...step} number={page.number} version={version} />;
    default:
      return <ConfirmDecision {...step} page={page} version={version} />;
  }
}
