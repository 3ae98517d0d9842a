import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { endHandling } from "#app/domain/handling/end-handling.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { releaseMerged } from "#app/domain/submission/put-back.server.ts";
import { closeTimeline, recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { reviewOfChangedKind } from "#app/domain/submission/submission.ts";
import { holdItem } from "../claim-item.server.ts";
import { endEscalation } from "../escalation.server.ts";
import { type KindInput, planKind } from "../plan-kind.server.ts";

/**
 * A moderator makes a citizen's idea an inquiry, which a desk answers in private, or an inquiry an idea. What was written in private never becomes
 * public by that: the inquiry goes back to its author, who reads what would be public, changes it and sends it, and only then is it reviewed.
 * The turn of a desk that has it ends; whoever answers is asked anew.
 *
 * @throws as `planKind` and `holdItem`
 */
export async function changeKind(context: CommandContext, input: KindInput): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { reviewed, to, message } = await planKind(ctx.tx, ctx.actor, input, ctx.now);
    await holdItem(ctx, reviewed);
    if (ctx.actor.kind !== "staff") throw forbidden();
    const { id, number, version, revision } = reviewed;
    const ended = await endHandling(ctx, id, "reassigned");
    await changeSubmission(ctx, {
      id,
      version,
      changes:
        to.kind === "INQUIRY"
          ? {
              ...ended,
              kind: "INQUIRY",
              review: reviewOfChangedKind.INQUIRY,
              inquiryDeskId: to.deskId,
              themeId: null,
              questionId: null,
              dueOn: to.dueOn,
            }
          : {
              ...ended,
              kind: "IDEA",
              review: reviewOfChangedKind.IDEA,
              inquiryDeskId: null,
              themeId: to.themeId,
              dueOn: null,
            },
    });
    await endEscalation(ctx, reviewed, null);
    const released = to.kind === "INQUIRY" ? await releaseMerged(ctx, id) : [];
    if (to.kind === "IDEA") {
      await closeTimeline(ctx, id);
      await ctx.tx.reviewDecision.create({
        data: {
          id: randomUUID(),
          submissionId: id,
          decision: "RETURN",
          explanation: input.explanation,
          revision,
          byId: ctx.actor.id,
          byLabel: actorLabel(ctx.actor),
          at: ctx.now,
        },
        select: { id: true },
      });
    }
    await recordTimeline(ctx, {
      submissionId: id,
      event: to.kind === "INQUIRY" ? "BECAME_INQUIRY" : "BECAME_IDEA",
      audience: "AUTHOR",
      deskId: to.kind === "INQUIRY" ? to.deskId : null,
      dueOn: to.kind === "INQUIRY" ? to.dueOn : null,
      note: input.explanation,
    });
    await mailIfConfirmed(ctx, reviewed.emailAddressId, message);
    await recordAudit(ctx, {
      action: "change-kind",
      subject: { type: "submission", id, number },
      detail: {
        from: reviewed.kind,
        to: to.kind,
        ...(to.kind === "INQUIRY" ? { deskId: to.deskId } : { themeId: to.themeId }),
        ...(released.length === 0 ? {} : { released }),
      },
    });
  });
}
