import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { changeComment, moveCommentsOn } from "#app/domain/comment/change-comment.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { columnOf } from "#app/domain/shared/item-column.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { holdItem } from "../claim-item.server.ts";
import { endEscalation } from "../escalation.server.ts";
import { type MoveInput, planMove } from "../plan-move.server.ts";

/**
 * A moderator puts a submission, or a comment on a theme or its question, under the theme it belongs to, and tells its author why. What stands
 * below it goes along; the desk that has it keeps it; text, review and dates stay. The question it answered belonged to the theme before.
 *
 * @throws as `planMove` and `holdItem`
 */
export async function moveItem(context: CommandContext, input: MoveInput): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { reviewed: item, isPublic, from, to, message } = await planMove(ctx.tx, ctx.actor, input);
    await holdItem(ctx, item);
    const { type, id, number, version } = item;
    const changes = { themeId: to.id, questionId: null };
    if (type === "submission") {
      await changeSubmission(ctx, { id, version, changes });
      await moveCommentsOn(ctx, id, to.id);
    } else await changeComment(ctx, { id, version, changes });
    await endEscalation(ctx, item, null);
    await recordTimeline(ctx, {
      ...columnOf(item),
      event: "MOVED",
      audience: isPublic ? "PUBLIC" : "AUTHOR",
      note: input.explanation,
    });
    await mailIfConfirmed(ctx, item.emailAddressId, message);
    await recordAudit(ctx, {
      action: `move-${item.type}`,
      subject: { type, id, number },
      detail: { fromThemeId: from.id, themeId: to.id },
    });
  });
}
