import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayEditDirectory } from "../directory.ts";

/** Takes a routing rule away; what it proposed was decided by people and stays. */
export async function removeRoutingRule(
  context: CommandContext,
  input: { id: string; version: number },
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    const rule = await ctx.tx.routingRule.findUnique({
      where: { id: input.id },
      select: { position: true, themeId: true, kind: true, deskId: true, note: true, isActive: true },
    });
    if (!rule) throw notFound();
    const { count } = await ctx.tx.routingRule.deleteMany({ where: { id: input.id, version: input.version } });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "remove-routing-rule",
      subject: { type: "routing-rule", id: input.id },
      detail: { removed: rule },
    });
  });
}
