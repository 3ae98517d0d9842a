import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { PlanInput } from "../plan-editing.schema.ts";
import { mayEditPlan } from "../plan-editing.ts";

/** Changes a plan's title, summary and period, and whether people may take part in it. */
export async function changePlan(context: CommandContext, input: PlanInput & { id: string }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditPlan(ctx.actor)) throw forbidden();
    const { id, version, ...changes } = input;
    const before = await ctx.tx.plan.findUnique({
      where: { id },
      select: { title: true, summary: true, startsOn: true, endsOn: true, participation: true },
    });
    if (!before) throw notFound();
    const { count } = await ctx.tx.plan.updateMany({
      where: { id, version },
      data: {
        ...changes,
        startsOn: dateColumn(changes.startsOn),
        endsOn: dateColumn(changes.endsOn),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    const shownBefore = { ...before, startsOn: dayOf(before.startsOn), endsOn: dayOf(before.endsOn) };
    await recordAudit(ctx, {
      action: "change-plan",
      subject: { type: "plan", id },
      detail: { changed: changedFields<Record<string, unknown>>(shownBefore, changes) },
    });
  });
}
