import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { holdItem } from "../claim-item.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import { mayDecide } from "../moderation.ts";

/**
 * A moderator takes an item over from the colleague who has it open, who learns of it with their next act. When the colleague let go of it
 * meanwhile there is nothing to take over: it is simply the moderator's, and nothing is recorded.
 *
 * Refuses with FORBIDDEN whoever is no moderator, with CONFLICT when yet another has it by now.
 *
 * @param input.from id of the colleague, as the page named them
 */
export async function takeOverItem(context: CommandContext, input: { item: ItemRef; from: string }): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { actor, now, tx } = ctx;
    const item = await loadReviewed(tx, actor, input.item);
    if (!mayDecide(actor) || actor.kind !== "staff") throw forbidden();
    const { count } = await tx.claim.updateMany({
      where: { ...columnOf(item), byId: { equals: input.from, not: actor.id } },
      data: { byId: actor.id, byLabel: actorLabel(actor), since: now, lookedAt: now, takenFromId: input.from },
    });
    if (count === 0) return holdItem(ctx, item);
    await recordAudit(ctx, {
      action: `take-over-${item.type}`,
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { from: input.from },
    });
  });
}
