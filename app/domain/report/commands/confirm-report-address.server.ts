import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { takeConfirmation } from "#app/domain/participant/take-confirmation.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { toldColumns, toldReport } from "../end-reports.server.ts";
import { reportClosedMessage } from "../report-message.ts";

/**
 * The owner of an address says that it is theirs: what becomes of the report goes there, at once if the report is closed already. Pressing the
 * button again changes nothing.
 *
 * @throws CONFLICT "confirmationInvalid" or "confirmationExpired"
 */
export async function confirmReportAddress(
  context: CommandContext,
  input: { reportId: string; token: string },
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "anonymous") throw forbidden();
    // whoever closes it at this moment either finds the address confirmed, or is waited for here
    await ctx.tx.$queryRaw`SELECT FROM "Report" WHERE "id" = ${input.reportId}::uuid FOR UPDATE`;
    const report = await ctx.tx.report.findUnique({
      where: { id: input.reportId },
      select: { ...toldColumns, outcome: true, closedReason: true, explanation: true, closedAt: true },
    });
    if (report === null) throw conflict("confirmationInvalid");
    const { firstUse } = await takeConfirmation(ctx, {
      token: input.token,
      item: { type: "report", id: report.id },
    });
    if (!firstUse) return;
    const told = toldReport(report);
    if (report.outcome !== null) {
      const closing = {
        outcome: report.outcome,
        reason: report.closedReason as LocalizedText | null,
        explanation: report.explanation,
        shown: null,
      };
      await mailIfConfirmed(ctx, report.emailAddressId, reportClosedMessage(told, closing));
    }
    await recordAudit(ctx, {
      action: "confirm-report-address",
      subject: { type: told.item.type, id: told.item.id, number: told.item.number },
      detail: { report: report.id },
    });
  });
}
