import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { PublishedRecord } from "#app/domain/handling/queries/published-records.server.ts";
import { anonymous, isStaff } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { batchSize, everyPage } from "#app/domain/shared/every-page.ts";
import type { ExportFormat } from "#app/domain/shared/export-format.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { countQueue } from "../queries/queue-items.server.ts";
import { queuePublished, queueRecords } from "../queries/queue-records.server.ts";
import type { ExportProfile, QueueFilter, QueueRecord } from "../queue.ts";

/** A list on its way out, and for whom. */
export type ExportedQueue =
  | { profile: "internal"; batches: AsyncGenerator<QueueRecord[]> }
  | { profile: "public"; batches: AsyncGenerator<PublishedRecord[]> };

/**
 * Hands out the list of the desk as this member of staff sees it, or what everybody may read of it, with the filters that are set and on all its
 * pages, and writes down that it did, for whom, with what filter (but not what words were looked for) and how many rows there were, before the
 * first of them leaves.
 */
export async function exportQueue(
  context: CommandContext,
  { filter, format, profile }: { filter: QueueFilter; format: ExportFormat; profile: ExportProfile },
): Promise<ExportedQueue> {
  const { actor, locale, now } = context;
  if (!isStaff(actor)) throw forbidden();
  await inTransaction(context, async (ctx) => {
    const rows = await countQueue(ctx.tx, actor, filter, { now, reader: profile === "public" ? anonymous : actor });
    const set = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
    // what was looked for may be somebody's name
    if (filter.q !== null) set.q = "…";
    await recordAudit(ctx, {
      action: "export-queue",
      subject: { type: "list", id: "queue" },
      detail: { format, profile, rows, filter: set },
    });
  });
  const asked = { locale, now, size: batchSize };
  return profile === "public"
    ? { profile, batches: everyPage((after) => queuePublished(actor, filter, { ...asked, after })) }
    : { profile, batches: everyPage((after) => queueRecords(actor, filter, { ...asked, after })) };
}
