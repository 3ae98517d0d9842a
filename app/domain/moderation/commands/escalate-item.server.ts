import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { changeComment } from "#app/domain/comment/change-comment.server.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { mailAdministrators } from "#app/domain/staff/mail-administrators.server.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { canEscalate } from "../arrangement.ts";
import { endClaim } from "../claim-item.server.ts";
import { permitDecision, startEscalation } from "../escalation.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";

/**
 * A moderator who cannot decide about an item hands it to the administrators, with a note that staff alone read. Every administrator is mailed what
 * it is about; until one of them decides or gives it back, nobody else decides about it.
 *
 * @throws not found; forbidden for all but moderators; conflict "changedMeanwhile"; "escalated" for what they have already; "notPossibleNow"
 */
export async function escalateItem(
  context: CommandContext,
  input: { item: ItemRef; version: number; note: string },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const item = await loadReviewed(ctx.tx, ctx.actor, input.item);
    permitDecision(ctx.actor, item, input.version);
    if (item.isEscalated) throw conflict("escalated");
    if (!canEscalate(item)) throw conflict("notPossibleNow");
    if (ctx.actor.kind !== "staff") throw forbidden();
    await startEscalation(ctx, item, input.note);
    await endClaim(ctx, item);
    // Nothing of it changes, but whoever decides about it at this moment must see that it is theirs no longer.
    const { type, id, version } = item;
    if (type === "submission") await changeSubmission(ctx, { id, version, changes: {} });
    else await changeComment(ctx, { id, version, changes: {} });
    await mailAdministrators(ctx, {
      template: "escalated",
      params: {
        item: { type, id, number: item.number },
        kind: item.kind,
        title: item.title,
        note: input.note,
        by: actorLabel(ctx.actor),
      },
      threadKey: item.number,
      ...columnOf(item),
    });
    await recordAudit(ctx, {
      action: `escalate-${item.type}`,
      subject: { type, id, number: item.number },
    });
  });
}
