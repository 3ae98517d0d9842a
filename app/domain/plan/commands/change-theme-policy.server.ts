import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ThemePolicyInput } from "../plan-editing.schema.ts";
import { mayEditPlan } from "../plan-editing.ts";

/**
 * Changes what a theme takes, from when to when, what it asks for and when what arrives is read. It holds for what arrives from now on; what
 * is there stays as it is.
 */
export async function changeThemePolicy(
  context: CommandContext,
  input: ThemePolicyInput & { id: string },
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditPlan(ctx.actor)) throw forbidden();
    const { id, version, ...changes } = input;
    const before = await ctx.tx.theme.findUnique({
      where: { id },
      select: {
        acceptsIdeas: true,
        acceptsPartnerships: true,
        acceptsComments: true,
        opensOn: true,
        closesOn: true,
        reviewMode: true,
        publishesTrusted: true,
        expectedEffect: true,
        area: true,
      },
    });
    if (!before) throw notFound();
    const { count } = await ctx.tx.theme.updateMany({
      where: { id, version },
      data: {
        ...changes,
        opensOn: dateColumn(changes.opensOn),
        closesOn: dateColumn(changes.closesOn),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    const was = { ...before, opensOn: dayOf(before.opensOn), closesOn: dayOf(before.closesOn) };
    await recordAudit(ctx, {
      action: "change-theme-policy",
      subject: { type: "theme", id },
      detail: { changed: changedFields<Record<string, unknown>>(was, changes) },
    });
  });
}
