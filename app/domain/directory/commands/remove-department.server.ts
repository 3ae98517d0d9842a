import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayEditDirectory } from "../directory.ts";

/** Takes a department out of the directory once no section stands in it. */
export async function removeDepartment(context: CommandContext, input: { id: string; version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    // Locked, so that no section moves in between the look and the removal.
    await ctx.tx.$queryRaw`SELECT 1 FROM "Department" WHERE "id" = ${input.id}::uuid FOR UPDATE`;
    const department = await ctx.tx.department.findUnique({
      where: { id: input.id },
      select: { name: true, version: true, sections: { take: 1, select: { id: true } } },
    });
    if (!department) throw notFound();
    if (department.version !== input.version) throw conflict("changedMeanwhile");
    if (department.sections.length > 0) throw conflict("departmentInUse");
    await ctx.tx.department.delete({ where: { id: input.id } });
    await recordAudit(ctx, {
      action: "remove-department",
      subject: { type: "department", id: input.id },
      detail: { removed: { name: department.name } },
    });
  });
}
