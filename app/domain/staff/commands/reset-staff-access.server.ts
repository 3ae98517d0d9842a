import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { deriveToken, hashToken } from "#app/platform/crypto.ts";
import { endSessions } from "../session.server.ts";
import { invitationLifetime, mayManageStaff } from "../staff.ts";

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
    await ctx.tx.invitation.updateMany({
      where: { email: account.email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    const invitationId = randomUUID();
    const expiresAt = new Date(ctx.now.getTime() + invitationLifetime);
    await ctx.tx.invitation.create({
      data: {
        id: invitationId,
        email: account.email,
        name: account.name,
        role: account.role,
        deskIds: [],
        locale: account.locale,
        tokenHash: hashToken(deriveToken("invitation", invitationId)),
        invitedById: ctx.actor.id,
        expiresAt,
        createdAt: ctx.now,
      },
    });
    await recordAudit(ctx, {
      action: "reset-staff-access",
      subject: { type: "staff", id: account.id },
      detail: { invitationId, endedSessions: ended },
    });
    await enqueueMail(ctx, {
      template: "invitation",
      to: account.email,
      recipientKind: "STAFF",
      locale: account.locale,
      params: { invitationId, name: account.name, role: account.role, expiresOn: isoDate(expiresAt) },
    });
  });
}
