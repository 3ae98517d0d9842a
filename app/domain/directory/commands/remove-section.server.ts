import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayEditDirectory } from "../directory.ts";

/** Takes a section out of the directory once no desk stands in it. */
export async function removeSection(context: CommandContext, input: { id: string; version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    // Locked, so that no desk moves in between the look and the removal.
    await ctx.tx.$queryRaw`SELECT 1 FROM "Section" WHERE "id" = ${input.id}::uuid FOR UPDATE`;
    const section = await ctx.tx.section.findUnique({
      where: { id: input.id },
      select: { name: true, version: true, desks: { take: 1, select: { id: true } } },
    });
    if (!section) throw notFound();
    if (section.version !== input.version) throw conflict("changedMeanwhile");
    if (section.desks.length > 0) throw conflict("sectionInUse");
    await ctx.tx.section.delete({ where: { id: input.id } });
    await recordAudit(ctx, {
      action: "remove-section",
      subject: { type: "section", id: input.id },
      detail: { removed: { name: section.name } },
    });
  });
}
