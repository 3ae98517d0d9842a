import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { db } from "#app/platform/database/client.server.ts";
import { planDecisions } from "./commands/plan-decisions.server.ts";
import type { SeenItem } from "./decision-run.ts";
import type { DecisionWords } from "./moderation.schema.ts";
import type { Decision } from "./moderation.ts";
import { decisionCommands } from "./run-decisions.server.ts";

/**
 * Decides on one text as the city wants it: after a time in which it can be taken back, or at once where there is none.
 *
 * @returns the run that waits; null when the decision was taken
 */
export async function decideOrPlan(
  context: CommandContext,
  decision: Decision,
  { item, ...words }: { item: SeenItem } & DecisionWords,
): Promise<{ runId: string } | null> {
  const { undoSeconds } = await getSettings(db());
  if (undoSeconds > 0) return planDecisions(context, { decision, items: [item], ...words });
  await decisionCommands[decision](context, { item, version: item.version, ...words });
  return null;
}
