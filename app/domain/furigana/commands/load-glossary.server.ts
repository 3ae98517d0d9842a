import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { TermInput } from "../glossary.schema.ts";

/**
 * Loads the first words of the glossary, also into a database that was there before the glossary; nothing happens where they were loaded
 * once, so that a word somebody took out stays out.
 */
export async function loadGlossary(context: CommandContext, terms: readonly TermInput[]): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const action = "load-glossary";
    if ((await ctx.tx.glossaryTerm.count()) > 0) return;
    if ((await ctx.tx.auditEntry.findFirst({ where: { action }, select: { id: true } })) !== null) return;
    await ctx.tx.glossaryTerm.createMany({
      data: terms.map((term) => ({ id: randomUUID(), ...term, changedAt: ctx.now })),
    });
    await recordAudit(ctx, {
      action: "load-glossary",
      subject: { type: "glossary-term", id: "all" },
      detail: { terms: terms.length },
    });
  });
}
