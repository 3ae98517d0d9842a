import { actorLabel } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import type { TimelineEvent } from "#app/domain/submission/timeline.ts";
import { type AppealOutcome, mayDecideAppeal } from "./appeal.ts";
import { loadOpenAppeal } from "./appeal-rows.server.ts";
import { holdItem } from "./claim-item.server.ts";
import { permitDecision } from "./escalation.server.ts";
import { loadReviewed, type Reviewed } from "./load-reviewed.server.ts";
import { mayDecide } from "./moderation.ts";

/** On which appeal of which item, the version that the page showed, and what the author is told. */
export type AppealDecisionInput = { item: ItemRef; version: number; appealId: string; explanation: string };

const events: Record<AppealOutcome, TimelineEvent> = { UPHELD: "APPEAL_UPHELD", OVERTURNED: "APPEAL_OVERTURNED" };

/**
 * Decides one appeal: checks who and whether it still waits, keeps the outcome and tells the timeline. Carrying it out, audit and mail are the
 * command's.
 *
 * @returns the item as it was
 * @throws FORBIDDEN for whoever may not decide what is published, or "appealParty" for who has a part in the decision; CONFLICT as
 *   `permitDecision` and `holdItem`, "appealClosed" for one that waits no longer; INPUT without an explanation
 */
export async function closeAppeal(
  context: TxContext,
  outcome: AppealOutcome,
  input: AppealDecisionInput,
): Promise<Reviewed> {
  const { actor } = context;
  const item = await loadReviewed(context.tx, actor, input.item);
  if (!mayDecide(actor) || actor.kind !== "staff") throw forbidden();
  const appeal = await loadOpenAppeal(context, item, input.appealId);
  if (!mayDecideAppeal(actor, appeal.parties)) throw forbidden("appealParty");
  permitDecision(actor, item, input.version);
  await holdItem(context, item);
  if (input.explanation.trim() === "") throw inputError({ explanation: ["required"] });

  const { count } = await context.tx.appeal.updateMany({
    where: { id: appeal.id, closedAt: null },
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
