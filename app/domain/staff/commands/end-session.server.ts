import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";

/** Ends one of one's own sessions, for example on a computer one no longer sits at. */
export async function endSession(context: CommandContext, input: { id: string }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "staff") throw forbidden();
    const { count } = await ctx.tx.staffSession.updateMany({
      where: { id: input.id, staffId: ctx.actor.id, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw notFound();
    await recordAudit(ctx, { action: "end-session", subject: { type: "session", id: input.id } });
  });
}
