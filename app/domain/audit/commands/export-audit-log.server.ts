import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { batchSize, everyPage } from "#app/domain/shared/every-page.ts";
import type { ExportFormat } from "#app/domain/shared/export-format.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type AuditFilter, mayReadAudit } from "../audit-log.ts";
import { type AuditRow, auditPage, matching } from "../queries/list-audit-entries.server.ts";
import { recordAudit } from "../record-audit.server.ts";

/**
 * Hands out the log, or what it is narrowed to, newest first, and writes down that it did, with what filter and how many entries, before the
 * first of them leaves. The entry about the export itself is not among them.
 */
export async function exportAuditLog(
  context: CommandContext,
  { filter: { after: _page, ...filter }, format }: { filter: AuditFilter; format: ExportFormat },
): Promise<AsyncGenerator<AuditRow[]>> {
  const end = await inTransaction(context, async (ctx) => {
    if (!mayReadAudit(ctx.actor)) throw forbidden();
    const newest = await ctx.tx.auditEntry.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
    const beyond = (newest?.id ?? 0n) + 1n;
    const rows = await ctx.tx.auditEntry.count({ where: { AND: [matching(filter), { id: { lt: beyond } }] } });
    await recordAudit(ctx, {
      action: "export-audit-log",
      subject: { type: "list", id: "audit-log" },
      detail: { format, rows, filter },
    });
    return beyond.toString();
  });
  return everyPage((after) => auditPage(filter, after ?? end, batchSize));
}
