import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { changeComment } from "#app/domain/comment/change-comment.server.ts";
import { isStaff } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { endEscalation, permitDecision } from "../escalation.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";

/**
 * An administrator gives an item back to the moderators, with a note on how to decide.
 *
 * @throws not found; forbidden for all but administrators; conflict "changedMeanwhile", or "notPossibleNow" for what was not handed to them
 */
export async function giveBackItem(
  context: CommandContext,
  input: { item: ItemRef; version: number; note: string },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const item = await loadReviewed(ctx.tx, ctx.actor, input.item);
    if (!isStaff(ctx.actor, "ADMIN")) throw forbidden();
    permitDecision(ctx.actor, item, input.version);
    if (!item.isEscalated) throw conflict("notPossibleNow");
    const { type, id, version } = item;
    if (type === "submission") await changeSubmission(ctx, { id, version, changes: {} });
    else await changeComment(ctx, { id, version, changes: {} });
    await endEscalation(ctx, item, input.note);
    await recordAudit(ctx, { action: `give-back-${item.type}`, subject: { type, id, number: item.number } });
  });
}
