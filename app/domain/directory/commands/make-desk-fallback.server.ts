import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { advisoryLocks } from "#app/platform/database/advisory-locks.ts";
import { isInOffice, mayBeFallback, officeColumns } from "../desk-office.ts";
import { mayEditDirectory } from "../directory.ts";

/** Makes a desk that is in office without an end the one that takes what nobody else takes; the desk that was is no more, so there is exactly one. */
export async function makeDeskFallback(context: CommandContext, input: { id: string; version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    // Serialises the choice: two moderators choosing at once would leave two fallback desks.
    await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.fallbackDesk}::bigint)`;
    const former = await ctx.tx.desk.findMany({ where: { isFallback: true }, select: { id: true } });
    const desk = await ctx.tx.desk.findUnique({
      where: { id: input.id },
      select: { isFallback: true, ...officeColumns },
    });
    if (!desk) throw notFound();
    if (!isInOffice(desk, isoDate(ctx.now))) throw conflict("deskNotOpen");
    if (!mayBeFallback(desk, isoDate(ctx.now))) throw conflict("fallbackEnds");
    if (desk.isFallback) throw conflict("changedMeanwhile");
    await ctx.tx.desk.updateMany({
      where: { isFallback: true },
      data: { isFallback: false, version: { increment: 1 } },
    });
    const { count } = await ctx.tx.desk.updateMany({
      where: { id: input.id, version: input.version, isActive: true },
      data: { isFallback: true, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "make-desk-fallback",
      subject: { type: "desk", id: input.id },
      detail: { former: former.map((row) => row.id) },
    });
  });
}
