import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mailInvitation } from "../mail-invitation.server.ts";
import { endSessions } from "../session.server.ts";
import { mayManageStaff } from "../staff.ts";

/**
 * For a colleague who lost password or second factor: an administrator takes both away, ends all sessions and has a single-use link mailed
 * with which they are set anew. One's own access is changed on one's own account page, against the present password.
 */
export async function resetStaffAccess(context: CommandContext, input: { id: string; version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "staff" || !mayManageStaff(ctx.actor)) throw forbidden();
    if (ctx.actor.id === input.id) throw conflict("resetOwnAccess");
    const account = await ctx.tx.staffAccount.findFirst({
      where: { id: input.id, isSample: false },
      select: { id: true, email: true, name: true, role: true, locale: true, isActive: true },
    });
    if (!account) throw notFound();
    if (!account.isActive) throw conflict("staffSwitchedOff");
    const { count } = await ctx.tx.staffAccount.updateMany({
      where: { id: account.id, version: input.version },
      data: {
        passwordHash: null,
        totpSecret: null,
        totpEnabledAt: null,
        totpLastStep: null,
        secondFactorPutOffAt: null,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    await ctx.tx.recoveryCode.deleteMany({ where: { staffId: account.id } });
    const ended = await endSessions(ctx, account.id);
    const { email, name, role, locale } = account;
    // Role and desks are the account's own; an invitation's count only where there is none yet.
    const invited = { email, name, role, locale, deskIds: [], invitedById: ctx.actor.id };
    const { id: invitationId } = await mailInvitation(ctx, invited);
    await recordAudit(ctx, {
      action: "reset-staff-access",
      subject: { type: "staff", id: account.id },
      detail: { invitationId, endedSessions: ended },
    });
  });
}
