import { randomUUID } from "node:crypto";
import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayEditFlagWords } from "../flag.ts";
import type { FlagWordInput } from "../flag-words.schema.ts";

/**
 * Adds a word to watch, or changes one. It is looked for in what arrives from now on; what is there already keeps its flags.
 *
 * @returns its id
 */
export async function saveFlagWord(
  context: CommandContext,
  row: { id: null } | { id: string; version: number },
  input: FlagWordInput,
): Promise<string> {
  return inTransaction(context, async (ctx) => {
    if (!mayEditFlagWords(ctx.actor)) throw forbidden();
    const same = await ctx.tx.flagWord.findUnique({ where: { matched: input.matched }, select: { id: true } });
    if (same && same.id !== row.id) throw inputError({ word: ["termExists"] });
    if (row.id === null) {
      const id = randomUUID();
      await ctx.tx.flagWord.create({ data: { id, ...input, changedAt: ctx.now } });
      await recordAudit(ctx, {
        action: "save-flag-word",
        subject: { type: "flag-word", id },
        detail: { created: input },
      });
      return id;
    }
    const before = await ctx.tx.flagWord.findUnique({
      where: { id: row.id },
      select: { word: true, matched: true, note: true, isActive: true },
    });
    if (!before) throw notFound();
    const { count } = await ctx.tx.flagWord.updateMany({
      where: { id: row.id, version: row.version },
      data: { ...input, changedAt: ctx.now, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "save-flag-word",
      subject: { type: "flag-word", id: row.id },
      detail: { changed: changedFields<Record<string, unknown>>(before, input) },
    });
    return row.id;
  });
}
