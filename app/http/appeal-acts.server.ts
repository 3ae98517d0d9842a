import type { AppealOutcome } from "#app/domain/moderation/appeal.ts";
import { overturnAppeal } from "#app/domain/moderation/commands/overturn-appeal.server.ts";
import { upholdAppeal } from "#app/domain/moderation/commands/uphold-appeal.server.ts";
import { appealDecisionSchema } from "#app/domain/moderation/moderation.schema.ts";
import { previewAppealDecision } from "#app/domain/moderation/queries/preview-appeal-decision.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { type Act, decisionStep, done, isPreview } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { checked } from "./form.server.ts";
import type { WayOn } from "./queue-walk.server.ts";

const commands = { UPHELD: upholdAppeal, OVERTURNED: overturnAppeal } as const;

/** Deciding what became of an author's appeal. Either way it is done with. */
export function appealActs(context: StaffContext, item: ItemRef, { afterwards }: WayOn): Record<string, Act> {
  const decide =
    (outcome: AppealOutcome, act: string): Act =>
    async (fields) => {
      const input = { item, ...checked(appealDecisionSchema, fields) };
      if (isPreview(fields)) {
        return decisionStep(fields, await previewAppealDecision(context.actor, outcome, item, input));
      }
      await commands[outcome](context, input);
      return done(afterwards, act);
    };
  return { uphold: decide("UPHELD", "uphold"), overturn: decide("OVERTURNED", "overturn") };
}
