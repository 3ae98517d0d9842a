import { randomUUID } from "node:crypto";
import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { DepartmentInput, SavedRow } from "../directory.schema.ts";
import { mayEditDirectory } from "../directory.ts";

/** Adds a department or changes its name and place. @returns its id */
export async function saveDepartment(context: CommandContext, row: SavedRow, input: DepartmentInput): Promise<string> {
  return inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    if (row.id === null) {
      const id = randomUUID();
      await ctx.tx.department.create({ data: { id, key: row.key ?? `department-${id.slice(0, 8)}`, ...input } });
      await recordAudit(ctx, {
        action: "save-department",
        subject: { type: "department", id },
        detail: { created: input },
      });
      return id;
    }
    const before = await ctx.tx.department.findUnique({
      where: { id: row.id },
      select: { name: true, position: true },
    });
    if (!before) throw notFound();
    const { count } = await ctx.tx.department.updateMany({
      where: { id: row.id, version: row.version },
      data: { ...input, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "save-department",
      subject: { type: "department", id: row.id },
      detail: { changed: changedFields<Record<string, unknown>>(before, input) },
    });
    return row.id;
  });
}
