import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayEditFlagWords } from "../flag.ts";

/** Takes a word off the list of words to watch. */
export async function removeFlagWord(context: CommandContext, input: { id: string; version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditFlagWords(ctx.actor)) throw forbidden();
    const word = await ctx.tx.flagWord.findUnique({
      where: { id: input.id },
      select: { word: true, note: true, isActive: true },
    });
    if (!word) throw notFound();
    const { count } = await ctx.tx.flagWord.deleteMany({ where: { id: input.id, version: input.version } });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "remove-flag-word",
      subject: { type: "flag-word", id: input.id },
      detail: { removed: word },
    });
  });
}
