import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { isKept, keepReport } from "#app/domain/report/keep-report.server.ts";
import { otherReason, type ReportReason } from "#app/domain/report/report.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { lockIdempotencyKey } from "#app/domain/submission/earlier-receipt.server.ts";
import { assertMaySend } from "#app/domain/submission/receive-submission.server.ts";
import { markReported } from "../mark-reported.server.ts";
import type { ReportFields } from "../report.schema.ts";
import { findReportable, lockReported, type NamedItem } from "../reportable.server.ts";
import { offeredReason } from "../said-words.server.ts";

/**
 * A reader says that the office should look at a published text again, and why. Nothing about the text changes by it: it stays as it is, and
 * nobody but the city learns that it was reported. Sending the same confirm page twice gives one report.
 *
 * @throws NOT_FOUND for what is not public; INPUT without a reason that is offered, or without words where the reason is another
 */
export async function reportItem(
  context: CommandContext,
  input: ReportFields & { item: NamedItem; idempotencyKey: string; sender?: string },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    assertMaySend(ctx);
    await lockIdempotencyKey(ctx, input.idempotencyKey);
    if (await isKept(ctx, input.idempotencyKey)) return;
    const { id, type } = await findReportable(ctx.tx, input.item);
    if (!(await lockReported(ctx, { type, id }))) throw notFound();
    // as it is once nobody else can change what is known of its reports
    const item = await findReportable(ctx.tx, input.item);
    const reason = await reasonOf(ctx, input);
    const report = await keepReport(ctx, {
      item,
      reason,
      words: input.words,
      email: input.email,
      idempotencyKey: input.idempotencyKey,
      sender: input.sender ?? null,
    });
    if (item.reportedAt === null) await markReported(ctx, item, ctx.now);
    await recordAudit(ctx, {
      action: "report-item",
      subject: { type, id, number: item.number },
      detail: { report: report.id, reasonCode: input.reasonCode, isRepeat: report.isRepeat },
    });
  });
}

async function reasonOf(context: TxContext, { reasonCode, words }: ReportFields): Promise<ReportReason> {
  if (reasonCode !== otherReason) {
    return { code: reasonCode, label: await offeredReason(context.tx, "HIDE", reasonCode) };
  }
  if (words === null) throw inputError({ words: ["reportWords"] });
  return null;
}
