import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";

export type RuleContent = { themeId: string; kind: "IDEA" | "PARTNERSHIP" | null; deskId: string; note: string };

/** Loads the first routing rules; nothing happens where there are rules already. */
export async function loadRoutingRules(context: CommandContext, rules: readonly RuleContent[]): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    if ((await ctx.tx.routingRule.count()) > 0) return;
    for (const [position, rule] of rules.entries()) {
      await ctx.tx.routingRule.create({ data: { id: randomUUID(), position, ...rule } });
    }
    await recordAudit(ctx, {
      action: "load-routing-rules",
      subject: { type: "routing-rule", id: "all" },
      detail: { rules: rules.length },
    });
  });
}
