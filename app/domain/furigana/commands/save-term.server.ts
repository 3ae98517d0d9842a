import { randomUUID } from "node:crypto";
import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { TermInput } from "../glossary.schema.ts";
import { mayEditGlossary } from "../glossary.ts";

/**
 * Adds a word of the city with its reading, or changes one; every page that holds the word is read anew when it is opened next.
 *
 * @returns its id
 */
export async function saveTerm(
  context: CommandContext,
  row: { id: null } | { id: string; version: number },
  input: TermInput,
): Promise<string> {
  return inTransaction(context, async (ctx) => {
    if (!mayEditGlossary(ctx.actor)) throw forbidden();
    const same = await ctx.tx.glossaryTerm.findUnique({ where: { term: input.term }, select: { id: true } });
    if (same && same.id !== row.id) throw inputError({ term: ["termExists"] });
    if (row.id === null) {
      const id = randomUUID();
      await ctx.tx.glossaryTerm.create({ data: { id, ...input, changedAt: ctx.now } });
      await recordAudit(ctx, {
        action: "save-term",
        subject: { type: "glossary-term", id },
        detail: { created: input },
      });
      return id;
    }
    const before = await ctx.tx.glossaryTerm.findUnique({
      where: { id: row.id },
      select: { term: true, reading: true, note: true },
    });
    if (!before) throw notFound();
    const { count } = await ctx.tx.glossaryTerm.updateMany({
      where: { id: row.id, version: row.version },
      data: { ...input, changedAt: ctx.now, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "save-term",
      subject: { type: "glossary-term", id: row.id },
      detail: { changed: changedFields<Record<string, unknown>>(before, input) },
    });
    return row.id;
  });
}
