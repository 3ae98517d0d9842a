import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { desksForRole, lockAdministrators } from "../new-account.server.ts";
import type { ChangeStaffInput } from "../staff.schema.ts";
import { mayManageStaff } from "../staff.ts";

/**
 * An administrator changes a colleague's name, role or desks; it holds from that colleague's next page on. The last administrator stays one.
 *
 * @throws CONFLICT "changedMeanwhile" or "lastAdministrator" · INPUT at `deskIds`
 */
export async function changeStaff(context: CommandContext, input: ChangeStaffInput): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayManageStaff(ctx.actor)) throw forbidden();
    const administrators = await lockAdministrators(ctx);
    const before = await ctx.tx.staffAccount.findUnique({
      where: { id: input.id },
      select: { id: true, name: true, role: true, version: true, desks: { select: { deskId: true } } },
    });
    if (!before) throw notFound();
    if (input.role !== "ADMIN" && administrators.length === 1 && administrators[0] === before.id) {
      throw conflict("lastAdministrator");
    }
    const deskIds = await desksForRole(ctx, input.role, input.deskIds);
    const { count } = await ctx.tx.staffAccount.updateMany({
      where: { id: before.id, version: input.version },
      data: { name: input.name, role: input.role, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await ctx.tx.staffDesk.deleteMany({ where: { staffId: before.id } });
    await ctx.tx.staffDesk.createMany({ data: deskIds.map((deskId) => ({ staffId: before.id, deskId })) });
    await recordAudit(ctx, {
      action: "change-staff",
      subject: { type: "staff", id: before.id },
      detail: {
        nameChanged: before.name !== input.name,
        role: { before: before.role, after: input.role },
        deskIds: { before: before.desks.map((desk) => desk.deskId), after: deskIds },
      },
    });
  });
}
