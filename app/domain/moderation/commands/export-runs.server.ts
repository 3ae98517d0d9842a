import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { isStaff } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { batchSize, everyPage } from "#app/domain/shared/every-page.ts";
import type { ExportFormat } from "#app/domain/shared/export-format.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { RunList, RunRow } from "../decision-run.ts";
import { mayDecide } from "../moderation.ts";
import { listRuns, runsIn } from "../queries/list-runs.server.ts";

/**
 * Hands out decisions as they were planned, newest first, to those who decide, and writes down that it did, with which of them and how many,
 * before the first row leaves.
 */
export async function exportRuns(
  context: CommandContext,
  { list, format }: { list: RunList; format: ExportFormat },
): Promise<AsyncGenerator<RunRow[]>> {
  const { actor } = context;
  if (!isStaff(actor) || !mayDecide(actor)) throw forbidden();
  await inTransaction(context, async (ctx) => {
    const rows = await ctx.tx.decisionRun.count({ where: runsIn(list) });
    await recordAudit(ctx, {
      action: "export-runs",
      subject: { type: "list", id: "runs" },
      detail: { format, rows, filter: { list } },
    });
  });
  return everyPage((after) => listRuns(actor, list, { after, size: batchSize }));
}
