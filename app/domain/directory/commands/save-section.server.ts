import { randomUUID } from "node:crypto";
import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { SavedRow, SectionInput } from "../directory.schema.ts";
import { mayEditDirectory } from "../directory.ts";

/** Adds a section to a department, or changes its name, place or department. @returns its id */
export async function saveSection(context: CommandContext, row: SavedRow, input: SectionInput): Promise<string> {
  return inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    const department = await ctx.tx.department.findUnique({ where: { id: input.departmentId }, select: { id: true } });
    if (!department) throw inputError({ departmentId: ["choose"] });
    if (row.id === null) {
      const id = randomUUID();
      await ctx.tx.section.create({ data: { id, key: row.key ?? `section-${id.slice(0, 8)}`, ...input } });
      await recordAudit(ctx, { action: "save-section", subject: { type: "section", id }, detail: { created: input } });
      return id;
    }
    const before = await ctx.tx.section.findUnique({
      where: { id: row.id },
      select: { name: true, departmentId: true, position: true },
    });
    if (!before) throw notFound();
    const { count } = await ctx.tx.section.updateMany({
      where: { id: row.id, version: row.version },
      data: { ...input, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await recordAudit(ctx, {
      action: "save-section",
      subject: { type: "section", id: row.id },
      detail: { changed: changedFields<Record<string, unknown>>(before, input) },
    });
    return row.id;
  });
}
