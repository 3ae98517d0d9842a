import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { batchSize, everyPage } from "#app/domain/shared/every-page.ts";
import type { ExportFormat } from "#app/domain/shared/export-format.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayReadMailLog } from "../mail.ts";
import type { MailListItem } from "../mail-log.ts";
import { listMails, type MailFilter, matching } from "../queries/list-mails.server.ts";

/**
 * Hands out the mail log as this member of staff sees it, newest first, with addresses veiled as there and without what the mails say, and
 * writes down that it did, with what filter and how many rows, before the first of them leaves.
 */
export async function exportMails(
  context: CommandContext,
  { filter, format }: { filter: MailFilter; format: ExportFormat },
): Promise<AsyncGenerator<MailListItem[]>> {
  const { actor } = context;
  if (!mayReadMailLog(actor)) throw forbidden();
  await inTransaction(context, async (ctx) => {
    const rows = await ctx.tx.mail.count({ where: matching(filter) });
    const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    await recordAudit(ctx, {
      action: "export-mails",
      subject: { type: "list", id: "mails" },
      detail: { format, rows, filter: set },
    });
  });
  return everyPage((after) => listMails(actor, filter, { after, size: batchSize }));
}
