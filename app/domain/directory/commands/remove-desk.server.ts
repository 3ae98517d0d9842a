import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayEditDirectory } from "../directory.ts";

const one = { take: 1, select: { id: true } } as const;

/**
 * Takes a desk out of the directory that was opened by mistake: nothing was ever sent or assigned to it, no theme, rule or staff member
 * belongs to it. A desk that did anything is closed instead, so that its answers keep their name.
 */
export async function removeDesk(context: CommandContext, input: { id: string; version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    // Locked against new references: inserting one takes a lock on this row that has to wait.
    await ctx.tx.$queryRaw`SELECT 1 FROM "Desk" WHERE "id" = ${input.id}::uuid FOR UPDATE`;
    const desk = await ctx.tx.desk.findUnique({
      where: { id: input.id },
      select: {
        slug: true,
        name: true,
        version: true,
        isFallback: true,
        staff: { take: 1, select: { staffId: true } },
        predecessors: one,
        rules: one,
        themes: one,
        submissions: one,
        handled: one,
        assignments: one,
        timeline: one,
        answers: one,
      },
    });
    if (!desk) throw notFound();
    const { slug, name, version, isFallback, ...references } = desk;
    if (version !== input.version) throw conflict("changedMeanwhile");
    if (isFallback) throw conflict("deskIsFallback");
    if (Object.values(references).some((rows) => rows.length > 0)) throw conflict("deskInUse");
    await ctx.tx.desk.delete({ where: { id: input.id } });
    await recordAudit(ctx, {
      action: "remove-desk",
      subject: { type: "desk", id: input.id },
      detail: { removed: { slug, name } },
    });
  });
}
