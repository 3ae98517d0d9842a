import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { isStaff } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type QueueFilter, queueQuery } from "../queue.ts";
import { mostSavedFilters } from "../saved-filter.ts";

/**
 * A member of staff keeps a filter of the heaps under a name, for themselves. The name and the words looked for stay out of the audit log:
 * they may be somebody's.
 *
 * Refuses with FORBIDDEN whoever is not staff, with INPUT ("filterNameTaken") a name they gave already, with CONFLICT ("tooManyFilters") one
 * more than {@link mostSavedFilters}.
 *
 * @param input.name one line that is not empty, at most 40 characters
 */
export async function saveFilter(context: CommandContext, input: { name: string; filter: QueueFilter }): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { actor, now, tx } = ctx;
    if (!isStaff(actor)) throw forbidden();
    // one after the other: two at once could exceed the limit
    await tx.$executeRaw`SELECT FROM "StaffAccount" WHERE id = ${actor.id}::uuid FOR UPDATE`;
    const mine = await tx.savedFilter.findMany({ where: { staffId: actor.id }, select: { name: true } });
    if (mine.some(({ name }) => name === input.name)) throw inputError({ name: ["filterNameTaken"] });
    if (mine.length >= mostSavedFilters) throw conflict("tooManyFilters", { most: mostSavedFilters });
    const id = randomUUID();
    const query = queueQuery(input.filter);
    await tx.savedFilter.create({
      data: { id, staffId: actor.id, name: input.name, query, createdAt: now },
      select: { id: true },
    });
    await recordAudit(ctx, { action: "save-filter", subject: { type: "list", id } });
  });
}
