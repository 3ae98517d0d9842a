import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { conflict, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { columnOf } from "#app/domain/shared/item-column.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { appealProblem } from "../appeal.ts";
import { appealReceivedMessage } from "../appeal-message.ts";
import { newestDecision } from "../appeal-rows.server.ts";
import { changeReviewed } from "../change-reviewed.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";

/**
 * The author, on the tracking page, answers back to the decision that keeps their text from being read: once, within a month. Somebody with no
 * part in that decision decides about it, by the promised day. What the author writes is read by the city alone.
 *
 * @param input.decisionId the decision the author was shown
 * @throws NOT_FOUND for anybody but the holder of the key; CONFLICT "alreadyAppealed", "appealTooLate", or "notPossibleNow" when that
 *   decision does not stand any more or is none that can be appealed against
 */
export async function fileAppeal(context: CommandContext, input: { decisionId: string; words: string }): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { actor } = ctx;
    if (actor.kind !== "author") throw notFound();
    const item = await loadReviewed(ctx.tx, actor, { type: actor.of, id: actor.id });
    const decision = await newestDecision(ctx.tx, item);
    if (decision === null || decision.id !== input.decisionId) throw conflict("notPossibleNow");
    const problem = appealProblem(item.review, decision, ctx.now);
    if (problem !== null) throw conflict(problem);

    const { appealDays } = await getSettings(ctx.tx);
    const dueOn = addBusinessDays(isoDate(ctx.now), appealDays);
    // first, because it takes the item's row: of two at the same time one finds that it changed meanwhile
    await changeReviewed(ctx, item, { appealDueOn: dueOn });
    await ctx.tx.appeal.create({
      data: {
        id: randomUUID(),
        decisionId: decision.id,
        ...columnOf(item),
        words: input.words,
        filedAt: ctx.now,
        dueOn: dateColumn(dueOn),
      },
      select: { id: true },
    });
    await recordTimeline(ctx, { ...columnOf(item), event: "APPEALED", audience: "AUTHOR", dueOn, note: input.words });
    await mailIfConfirmed(ctx, item.emailAddressId, appealReceivedMessage(item, dueOn));
    await recordAudit(ctx, {
      action: "file-appeal",
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { decision: decision.decision, dueOn },
    });
  });
}
