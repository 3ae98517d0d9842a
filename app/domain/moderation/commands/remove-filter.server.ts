import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { isStaff } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";

/** A member of staff removes a filter they kept. Refuses with FORBIDDEN whoever is not staff, with NOT_FOUND a filter that is not theirs. */
export async function removeFilter(context: CommandContext, { id }: { id: string }): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { actor, tx } = ctx;
    if (!isStaff(actor)) throw forbidden();
    const { count } = await tx.savedFilter.deleteMany({ where: { id, staffId: actor.id } });
    if (count === 0) throw notFound();
    await recordAudit(ctx, { action: "remove-filter", subject: { type: "list", id } });
  });
}
