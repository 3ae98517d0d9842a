import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { endSessions } from "../session.server.ts";
import { mayManageStaff } from "../staff.ts";

/** Ends every session of an account at once, this one too: one's own, or as an administrator anybody's. @returns how many ended */
export async function signOutEverywhere(context: CommandContext, input: { staffId: string }): Promise<number> {
  return inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "staff") throw forbidden();
    if (ctx.actor.id !== input.staffId && !mayManageStaff(ctx.actor)) throw forbidden();
    const account = await ctx.tx.staffAccount.findUnique({ where: { id: input.staffId }, select: { id: true } });
    if (!account) throw notFound();
    const ended = await endSessions(ctx, account.id);
    await recordAudit(ctx, {
      action: "sign-out-everywhere",
      subject: { type: "staff", id: account.id },
      detail: { endedSessions: ended },
    });
    return ended;
  });
}
