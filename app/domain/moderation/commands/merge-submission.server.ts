import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { endHandling } from "#app/domain/handling/end-handling.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { holdItem, letGoOf } from "../claim-item.server.ts";
import { endEscalation } from "../escalation.server.ts";
import { type MergeInput, planMerge } from "../plan-merge.server.ts";

/**
 * A moderator brings a proposal together with another one about the same: from now on that one is dealt with for both. The merged one leaves
 * public view, its desk's turn ends and nothing is promised for it any more; both authors are told, and the answer to the one goes to both.
 * It can be undone (`separateSubmission`).
 *
 * @throws as `planMerge`, and as `holdItem` for the one that is merged
 */
export async function mergeSubmission(
  context: CommandContext,
  input: MergeInput & { intoVersion: number },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { reviewed, target, message, targetMessage } = await planMerge(ctx.tx, ctx.actor, input);
    await holdItem(ctx, reviewed);
    const ended = await endHandling(ctx, reviewed.id, "merged");
    const mergeAway = () =>
      changeSubmission(ctx, {
        id: reviewed.id,
        version: reviewed.version,
        changes: { ...ended, review: "MERGED", dueOn: null, mergedIntoId: target.id },
      });
    // Nothing of it changes, but whoever decides about it at this moment must see that it now stands for two.
    const touchTarget = () => changeSubmission(ctx, { id: target.id, version: target.version, changes: {} });
    // In the order of their ids: two merges in opposite directions wait for each other instead of locking each other out.
    const [first, second] = reviewed.id < target.id ? [mergeAway, touchTarget] : [touchTarget, mergeAway];
    await first();
    await second();
    await endEscalation(ctx, reviewed, null);
    // done with, as after a decision
    await letGoOf(ctx, reviewed);

    await recordTimeline(ctx, {
      submissionId: reviewed.id,
      event: "MERGED",
      audience: "AUTHOR",
      note: input.explanation,
    });
    await recordTimeline(ctx, {
      submissionId: target.id,
      event: "JOINED",
      audience: reviewed.review === "PUBLISHED" ? "PUBLIC" : "AUTHOR",
    });
    await mailIfConfirmed(ctx, reviewed.emailAddressId, message);
    if (targetMessage !== null) await mailIfConfirmed(ctx, target.emailAddressId, targetMessage);
    await recordAudit(ctx, {
      action: "merge-submission",
      subject: { type: "submission", id: reviewed.id, number: reviewed.number },
      detail: { into: target.number, from: reviewed.review },
    });
  });
}
