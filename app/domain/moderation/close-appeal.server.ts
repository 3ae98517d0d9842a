import { actorLabel } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import type { TimelineEvent } from "#app/domain/submission/timeline.ts";
import type { AppealOutcome } from "./appeal.ts";
import { permitAppealDecision } from "./appeal-rows.server.ts";
import { holdItem } from "./claim-item.server.ts";
import { permitDecision } from "./escalation.server.ts";
import { loadReviewed, type Reviewed } from "./load-reviewed.server.ts";

/** On which appeal of which item, the version that the page showed, and what the author is told. */
export type AppealDecisionInput = { item: ItemRef; version: number; appealId: string; explanation: string };

const events: Record<AppealOutcome, TimelineEvent> = { UPHELD: "APPEAL_UPHELD", OVERTURNED: "APPEAL_OVERTURNED" };

/**
 * Decides one appeal: checks who and whether it still waits, keeps the outcome and tells the timeline. Carrying it out, audit and mail are the
 * command's.
 *
 * @returns the item as it was
 * @throws as `permitAppealDecision`, `permitDecision` and `holdItem`; INPUT without an explanation
 */
export async function closeAppeal(
  context: TxContext,
  outcome: AppealOutcome,
  input: AppealDecisionInput,
): Promise<Reviewed> {
  const { actor } = context;
  const item = await loadReviewed(context.tx, actor, input.item);
  await permitAppealDecision(context.tx, actor, item, input.appealId);
  if (actor.kind !== "staff") throw forbidden();
  permitDecision(actor, item, input.version);
  await holdItem(context, item);
  if (input.explanation.trim() === "") throw inputError({ explanation: ["required"] });

  const { count } = await context.tx.appeal.updateMany({
    where: { id: input.appealId, closedAt: null },
    data: {
      outcome,
      explanation: input.explanation,
      byId: actor.id,
      byLabel: actorLabel(actor),
      closedAt: context.now,
    },
  });
  if (count === 0) throw conflict("appealClosed");
  await recordTimeline(context, {
    ...columnOf(item),
    event: events[outcome],
    audience: "AUTHOR",
    note: input.explanation,
  });
  return item;
}
