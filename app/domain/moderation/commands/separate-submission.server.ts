import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { putBack } from "#app/domain/submission/put-back.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { holdItem } from "../claim-item.server.ts";
import { endEscalation } from "../escalation.server.ts";
import { planSeparate, type SeparateInput } from "../plan-separate.server.ts";

/**
 * A moderator undoes a merge: the proposal goes back to the review state it had, with a promise of its own, and both authors are told. A desk that
 * had it before is not asked again by itself.
 *
 * @throws as `planSeparate`, and as `holdItem` for the one that goes back
 */
export async function separateSubmission(context: CommandContext, input: SeparateInput): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { merged, into, targetMessage } = await planSeparate(ctx.tx, ctx.actor, input);
    const item = { type: "submission", id: merged.id } as const;
    await holdItem(ctx, item);
    const review = await putBack(ctx, merged, input.explanation);
    await endEscalation(ctx, item, null);
    await recordTimeline(ctx, {
      submissionId: into.id,
      event: "SEPARATED",
      audience: review === "PUBLISHED" ? "PUBLIC" : "AUTHOR",
    });
    if (targetMessage !== null) await mailIfConfirmed(ctx, into.emailAddressId, targetMessage);
    await recordAudit(ctx, {
      action: "separate-submission",
      subject: { ...item, number: merged.number },
      detail: { from: into.number, review },
    });
  });
}
