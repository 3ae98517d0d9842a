import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { cancelMails } from "#app/domain/mail/cancel-mails.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isInvitationOpen, mayManageStaff } from "../staff.ts";

/** An administrator takes an invitation back: its link stops working at once, and its mail is not sent if it still waits. */
export async function revokeInvitation(context: CommandContext, input: { id: string }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayManageStaff(ctx.actor)) throw forbidden();
    const invitation = await ctx.tx.invitation.findFirst({
      where: { id: input.id, isBootstrap: false },
      select: { id: true, role: true, expiresAt: true, acceptedAt: true, revokedAt: true },
    });
    if (!invitation) throw notFound();
    if (!isInvitationOpen(invitation, ctx.now)) throw conflict("invitationClosed");
    const { count } = await ctx.tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (count === 0) throw conflict("invitationClosed");
    await cancelMails(ctx, { invitationId: invitation.id });
    await recordAudit(ctx, {
      action: "revoke-invitation",
      subject: { type: "invitation", id: invitation.id },
      detail: { role: invitation.role },
    });
  });
}
