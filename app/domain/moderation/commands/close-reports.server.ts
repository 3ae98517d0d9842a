import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { endReports, oldestOpenReport } from "#app/domain/report/end-reports.server.ts";
import type { ClosingOutcome } from "#app/domain/report/report.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { holdItem, letGoOf } from "../claim-item.server.ts";
import { permitDecision } from "../escalation.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import { markReported } from "../mark-reported.server.ts";
import { reportKeptMessage, shownOf } from "../report-mail.ts";
import { lockReported } from "../reportable.server.ts";

/** Which reports of which text, the version that the page showed, what became of them, and what their readers are told. */
export type ClosingInput = {
  item: ItemRef;
  version: number;
  reports: readonly string[];
  outcome: ClosingOutcome;
  explanation: string;
};

/**
 * A moderator closes the reports of a text that they have read, and explains to those who sent them why it stays as it is, or what was done
 * about it. Its author is told that it was reported and stays, and nothing of who reported it or why; of what was done they have been told
 * already. Reports that came since wait.
 *
 * @throws FORBIDDEN for whoever decides nothing; CONFLICT "changedMeanwhile", "escalated", that another moderator has it, "alreadyPlanned"
 *   while a decision about it waits, or "reportsClosed"; INPUT without an explanation
 */
export async function closeReports(context: CommandContext, input: ClosingInput): Promise<void> {
  return inTransaction(context, async (ctx) => {
    await loadReviewed(ctx.tx, ctx.actor, input.item);
    await holdItem(ctx, input.item);
    const item = await loadReviewed(ctx.tx, ctx.actor, input.item);
    permitDecision(ctx.actor, item, input.version);
    if (input.explanation.trim() === "") throw inputError({ explanation: ["required"] });

    await lockReported(ctx, item);
    const { outcome, explanation } = input;
    const shown = shownOf(item);
    const count = await endReports(ctx, item, { outcome, reason: null, explanation, shown }, input.reports);
    if (count === 0) throw conflict("reportsClosed");
    const left = await oldestOpenReport(ctx, item);
    await markReported(ctx, item, left);
    if (outcome === "KEPT" && shown !== null) {
      await recordTimeline(ctx, { ...columnOf(item), event: "REPORT_KEPT", audience: "AUTHOR" });
      await mailIfConfirmed(ctx, item.emailAddressId, reportKeptMessage(item));
    }
    if (left === null) await letGoOf(ctx, item);
    await recordAudit(ctx, {
      action: "close-reports",
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { outcome, count, revision: item.revision },
    });
  });
}
