import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayEditGlossary } from "../glossary.ts";

/** Takes a word out of the glossary; the dictionary reads it from then on. */
export async function removeTerm(context: CommandContext, input: { id: string; version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditGlossary(ctx.actor)) throw forbidden();
    const term = await ctx.tx.glossaryTerm.findUnique({
      where: { id: input.id },
      select: { term: true, reading: true, note: true },
    });
    if (!term) throw notFound();
    const { count } = await ctx.tx.glossaryTerm.deleteMany({ where: { id: input.id, version: input.version } });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "remove-term",
      subject: { type: "glossary-term", id: input.id },
      detail: { removed: term },
    });
  });
}
