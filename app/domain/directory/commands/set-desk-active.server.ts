import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayEditDirectory } from "../directory.ts";

/**
 * Closes a desk (it disappears from the public directory and is proposed no more; what it did stays under its name) or opens it again. Not
 * the fallback desk, and not one that a theme names as responsible.
 */
export async function setDeskActive(
  context: CommandContext,
  input: { id: string; version: number; isActive: boolean },
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    // Locked, so that no theme names it between the look and the change.
    await ctx.tx.$queryRaw`SELECT 1 FROM "Desk" WHERE "id" = ${input.id}::uuid FOR UPDATE`;
    const desk = await ctx.tx.desk.findUnique({
      where: { id: input.id },
      select: { version: true, isActive: true, isFallback: true, themes: { take: 1, select: { id: true } } },
    });
    if (!desk) throw notFound();
    if (desk.version !== input.version || desk.isActive === input.isActive) throw conflict("changedMeanwhile");
    if (!input.isActive && desk.isFallback) throw conflict("deskIsFallback");
    if (!input.isActive && desk.themes.length > 0) throw conflict("deskNamedByTheme");
    await ctx.tx.desk.update({
      where: { id: input.id },
      data: { isActive: input.isActive, version: { increment: 1 } },
    });
    await recordAudit(ctx, {
      action: "set-desk-active",
      subject: { type: "desk", id: input.id },
      detail: { isActive: { before: desk.isActive, after: input.isActive } },
    });
  });
}
