import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { isStaff } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { batchSize, everyPage } from "#app/domain/shared/every-page.ts";
import type { ExportFormat } from "#app/domain/shared/export-format.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { countQueue, queueItems } from "../queries/queue-items.server.ts";
import type { QueueFilter, QueueRow } from "../queue.ts";

/**
 * Hands out the list of the desk as this member of staff sees it, with the filters that are set and on all its pages, and writes down that it
 * did, with what filter (but not what words were looked for) and how many rows there were, before the first of them leaves.
 */
export async function exportQueue(
  context: CommandContext,
  { filter, format }: { filter: QueueFilter; format: ExportFormat },
): Promise<AsyncGenerator<QueueRow[]>> {
  const { actor, locale, now } = context;
  if (!isStaff(actor)) throw forbidden();
  await inTransaction(context, async (ctx) => {
    const rows = await countQueue(ctx.tx, actor, filter, now);
    const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
    // what was looked for may be somebody's name
    if (filter.q !== null) set.q = "…";
    await recordAudit(ctx, {
      action: "export-queue",
      subject: { type: "list", id: "queue" },
      detail: { format, rows, filter: set },
    });
  });
  return everyPage((after) => queueItems(actor, filter, { locale, now, after, size: batchSize }));
}
