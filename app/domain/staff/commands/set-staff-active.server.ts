import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { lockAdministrators } from "../new-account.server.ts";
import { endSessions } from "../session.server.ts";
import { mayManageStaff } from "../staff.ts";

/**
 * An administrator switches an account off (its sessions end at once; what it did stays under its name) or on again. The last administrator
 * cannot be switched off.
 */
export async function setStaffActive(
  context: CommandContext,
  input: { id: string; version: number; isActive: boolean },
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayManageStaff(ctx.actor)) throw forbidden();
    const administrators = await lockAdministrators(ctx);
    const account = await ctx.tx.staffAccount.findUnique({ where: { id: input.id }, select: { id: true } });
    if (!account) throw notFound();
    if (!input.isActive && administrators.length === 1 && administrators[0] === account.id)
      throw conflict("lastAdministrator");
    const { count } = await ctx.tx.staffAccount.updateMany({
      where: { id: account.id, version: input.version, isActive: !input.isActive },
      data: { isActive: input.isActive, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    const ended = input.isActive ? 0 : await endSessions(ctx, account.id);
    await recordAudit(ctx, {
      action: "set-staff-active",
      subject: { type: "staff", id: account.id },
      detail: { isActive: { before: !input.isActive, after: input.isActive }, endedSessions: ended },
    });
  });
}
