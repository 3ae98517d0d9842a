import { randomUUID } from "node:crypto";
import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ReasonInput } from "../reasons.schema.ts";
import { mayEditReasons, reasonedDecisions } from "../reasons.ts";

/**
 * An administrator adds a reason for returning, declining or hiding a text, changes one, or takes it out of use. What was decided keeps the
 * reason as it was called then. For each of these decisions one reason at least stays to be chosen.
 *
 * @returns its key
 */
export async function saveReason(
  context: CommandContext,
  row: { key: null } | { key: string; version: number },
  input: ReasonInput,
): Promise<string> {
  return inTransaction(context, async (ctx) => {
    if (!mayEditReasons(ctx.actor)) throw forbidden();
    if (row.key === null) {
      const key = `CITY_${randomUUID().slice(0, 8).toUpperCase()}`;
      await ctx.tx.reason.create({ data: { key, ...input, changedAt: ctx.now } });
      await recordAudit(ctx, {
        action: "save-reason",
        subject: { type: "reason", id: key },
        detail: { created: input },
      });
      return key;
    }
    const before = await ctx.tx.reason.findUnique({
      where: { key: row.key },
      select: { position: true, label: true, guideline: true, decisions: true, isActive: true },
    });
    if (!before) throw notFound();
    const { count } = await ctx.tx.reason.updateMany({
      where: { key: row.key, version: row.version },
      data: { ...input, changedAt: ctx.now, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await requireReasons(ctx);
    await recordAudit(ctx, {
      action: "save-reason",
      subject: { type: "reason", id: row.key },
      detail: { changed: changedFields<Record<string, unknown>>(before, input) },
    });
    return row.key;
  });
}

/** Without a reason nothing could be returned, declined or hidden. */
async function requireReasons({ tx }: TxContext): Promise<void> {
  const active = await tx.reason.findMany({ where: { isActive: true }, select: { decisions: true } });
  const isOffered = (decision: (typeof reasonedDecisions)[number]) =>
    active.some(({ decisions }) => decisions.includes(decision));
  if (!reasonedDecisions.every(isOffered)) throw conflict("lastReason");
}
