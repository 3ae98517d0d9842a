import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { mayCancelRun, runState } from "../decision-run.ts";
import { mayDecide } from "../moderation.ts";

/**
 * A moderator takes back what they planned, or an administrator what anybody planned, before it has begun: every text stays as it is and
 * nobody is told anything.
 *
 * @returns the one text of a run on one, null for a run on more
 */
export async function cancelDecisionRun(
  context: CommandContext,
  { runId }: { runId: string },
): Promise<{ item: { type: ItemRef["type"]; number: string } | null }> {
  return inTransaction(context, async (ctx) => {
    if (!mayDecide(ctx.actor)) throw forbidden();
    // the run begins with a change of this row, so either that or this comes first
    await ctx.tx.$queryRaw`SELECT 1 FROM "DecisionRun" WHERE "id" = ${runId}::uuid FOR UPDATE`;
    const run = await ctx.tx.decisionRun.findUnique({ where: { id: runId }, select: columns });
    if (run === null) throw notFound();
    if (!mayCancelRun(ctx.actor, run)) throw forbidden();
    const state = runState(run);
    if (state === "CANCELLED") throw conflict("runCancelled");
    if (state !== "WAITING") throw conflict("runHasBegun");

    await ctx.tx.decisionRun.update({ where: { id: runId }, data: { cancelledAt: ctx.now }, select: { id: true } });
    await ctx.tx.decisionRunItem.updateMany({ where: { runId, state: "WAITING" }, data: { state: "CANCELLED" } });
    const [only] = run.size === 1 ? run.items : [];
    const type = only?.submission ? "submission" : "comment";
    const number = (only?.submission ?? only?.comment)?.number ?? null;
    await recordAudit(ctx, {
      action: "cancel-decision-run",
      subject: { type: "decision-run", id: runId, number },
      detail: { decision: run.decision, items: run.size },
    });
    return { item: number === null ? null : { type, number } };
  });
}

const columns = {
  decision: true,
  byId: true,
  size: true,
  startedAt: true,
  finishedAt: true,
  cancelledAt: true,
  items: {
    take: 1,
    select: { submission: { select: { number: true } }, comment: { select: { number: true } } },
  },
} as const;
