import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { splitOff } from "#app/domain/submission/split-off.server.ts";
import { holdItem } from "../claim-item.server.ts";
import { endEscalation } from "../escalation.server.ts";
import { planSplit, type SplitInput, splitMessage } from "../plan-split.server.ts";

/**
 * A moderator makes a second submission of a passage of one that holds two matters, word for word and under a title of theirs. The first stays as
 * its author wrote it; the second goes its own way from the beginning. Their author is told its number and where to follow it.
 *
 * @throws as `planSplit` and `holdItem`
 */
export async function splitSubmission(context: CommandContext, input: SplitInput): Promise<{ number: string }> {
  return inTransaction(context, async (ctx) => {
    const reviewed = await planSplit(ctx.tx, ctx.actor, input);
    await holdItem(ctx, reviewed);
    const { id, number, version } = reviewed;
    await changeSubmission(ctx, { id, version, changes: {} });
    await endEscalation(ctx, reviewed, null);
    const part = await splitOff(ctx, id, { title: input.title, body: input.passage });
    await recordTimeline(ctx, { submissionId: id, event: "SPLIT", audience: "AUTHOR", note: part.number });
    await recordTimeline(ctx, { submissionId: part.id, event: "SPLIT", audience: "AUTHOR", note: number });
    await mailIfConfirmed(ctx, reviewed.emailAddressId, splitMessage(reviewed, input, { type: "submission", ...part }));
    await recordAudit(ctx, {
      action: "split-submission",
      subject: { type: "submission", id, number },
      detail: { into: part.number },
    });
    await recordAudit(ctx, {
      action: "split-submission",
      subject: { type: "submission", ...part },
      detail: { from: number },
    });
    return { number: part.number };
  });
}
