import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { changeThemeCounts } from "#app/domain/plan/change-theme-counts.server.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { lockSampleSubmissions } from "../sample-submissions.server.ts";
import { isPublic } from "../visibility.ts";

/** What is left to clear away after items are gone: mails about them, and addresses nobody else gave. */
export type RemovedItems = { ids: string[]; emailAddressIds: string[] };

/**
 * Takes every sample submission away with all that belongs to it (private part, versions, timeline, decisions, assignments, notes, answers)
 * and corrects the counters of its theme. Receipt numbers are not given back, audit entries stay. The system's alone. Comments that stand
 * under a sample go first, with `removeSampleComments`.
 */
export async function removeSampleSubmissions(context: CommandContext): Promise<RemovedItems> {
  if (context.actor.kind !== "system") throw forbidden();
  return inTransaction(context, async (ctx) => {
    const ids = await lockSampleSubmissions(ctx);
    if (ids.length === 0) return { ids, emailAddressIds: [] };
    const rows = await ctx.tx.submission.findMany({
      where: { id: { in: ids } },
      select: {
        themeId: true,
        kind: true,
        review: true,
        answeredAt: true,
        private: { select: { emailAddressId: true } },
      },
    });
    await lowerCounters(ctx, rows);
    await ctx.tx.submission.deleteMany({ where: { id: { in: ids } } });
    await recordAudit(ctx, {
      action: "remove-sample-submissions",
      subject: { type: "submission", id: "samples" },
      detail: { count: ids.length },
    });
    return { ids, emailAddressIds: rows.flatMap((row) => row.private?.emailAddressId ?? []) };
  });
}

async function lowerCounters(
  context: TxContext,
  rows: (Parameters<typeof isPublic>[0] & { themeId: string | null; answeredAt: Date | null })[],
): Promise<void> {
  const counted = rows.filter(isPublic);
  for (const themeId of new Set(counted.map((row) => row.themeId))) {
    if (themeId === null) continue;
    const ofTheme = counted.filter((row) => row.themeId === themeId);
    await changeThemeCounts(context, themeId, {
      proposals: -ofTheme.length,
      answered: -ofTheme.filter((row) => row.answeredAt !== null).length,
    });
  }
}
