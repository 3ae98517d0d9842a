import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { changeThemeCounts } from "#app/domain/plan/change-theme-counts.server.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { RemovedItems } from "#app/domain/submission/commands/remove-sample-submissions.server.ts";
import { lockSampleSubmissions } from "#app/domain/submission/sample-submissions.server.ts";
import { isPublicComment } from "#app/domain/submission/visibility.ts";

/**
 * Takes every sample comment away, and with it whatever people wrote under a sample, which would have nothing to stand under; corrects the
 * counters of the themes. Audit entries stay. The system's alone.
 *
 * @returns what is gone; `written` says how many of them people had written
 */
export async function removeSampleComments(context: CommandContext): Promise<RemovedItems & { written: number }> {
  if (context.actor.kind !== "system") throw forbidden();
  return inTransaction(context, async (ctx) => {
    const submissionIds = await lockSampleSubmissions(ctx);
    await lockSampleComments(ctx);
    const rows = await ctx.tx.comment.findMany({
      where: { OR: [{ isSample: true }, { submissionId: { in: submissionIds } }, { parent: { isSample: true } }] },
      select: {
        id: true,
        isSample: true,
        themeId: true,
        review: true,
        submissionId: true,
        submission: { select: { kind: true, review: true } },
        parent: { select: { review: true } },
        private: { select: { emailAddressId: true } },
      },
    });
    const ids = rows.map(({ id }) => id);
    const written = rows.filter((row) => !row.isSample).length;
    if (ids.length === 0) return { ids, emailAddressIds: [], written };
    const counted = rows.filter((row) => row.submissionId === null && isPublicComment(row));
    for (const themeId of new Set(counted.map((row) => row.themeId))) {
      const comments = -counted.filter((row) => row.themeId === themeId).length;
      await changeThemeCounts(ctx, themeId, { comments });
    }
    await ctx.tx.comment.deleteMany({ where: { id: { in: ids } } });
    await recordAudit(ctx, {
      action: "remove-sample-comments",
      subject: { type: "comment", id: "samples" },
      detail: { count: ids.length, written },
    });
    return { ids, emailAddressIds: rows.flatMap((row) => row.private?.emailAddressId ?? []), written };
  });
}

/** As with submissions: no reply can be written under a sample comment while it is being removed. */
async function lockSampleComments(context: TxContext): Promise<void> {
  await context.tx.$executeRaw`SELECT "id" FROM "Comment" WHERE "isSample" ORDER BY "id" FOR UPDATE`;
}
