import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { changeComment } from "#app/domain/comment/change-comment.server.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import { mayDecide } from "../moderation.ts";

/**
 * A moderator has read what was public before anybody had, and leaves it as it is. Nobody is told: for its author and for everybody nothing
 * changes. Who finds that it should not stand there hides it instead.
 */
export async function lookOverItem(context: CommandContext, input: { item: ItemRef; version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const item = await loadReviewed(ctx.tx, ctx.actor, input.item);
    if (!mayDecide(ctx.actor) || ctx.actor.kind !== "staff") throw forbidden();
    if (item.version !== input.version) throw conflict("changedMeanwhile");
    if (item.decisionWaits) throw conflict("alreadyPlanned");
    if (!item.awaitsLook) throw conflict("notPossibleNow");
    const { type, id, version } = item;
    const seen = { awaitsLook: false, lookedAt: ctx.now, lookedBy: actorLabel(ctx.actor) };
    if (type === "submission") await changeSubmission(ctx, { id, version, changes: seen });
    // a comment has no other promise than to be read
    else await changeComment(ctx, { id, version, changes: { ...seen, dueOn: null } });
    await recordAudit(ctx, {
      action: `look-over-${item.type}`,
      subject: { type, id, number: item.number },
      detail: { revision: item.revision },
    });
  });
}
