import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { deriveToken, hashToken } from "#app/platform/crypto.ts";
import { desksForRole } from "../new-account.server.ts";
import type { InviteStaffInput } from "../staff.schema.ts";
import { invitationLifetime, mayManageStaff } from "../staff.ts";

/** An administrator invites a colleague: a mail with a single-use link that works 72 hours. An earlier open invitation of that address ends. */
export async function inviteStaff(context: CommandContext, input: InviteStaffInput): Promise<{ id: string }> {
  return inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "staff" || !mayManageStaff(ctx.actor)) throw forbidden();
    const existing = await ctx.tx.staffAccount.findUnique({ where: { email: input.email }, select: { id: true } });
    if (existing) throw inputError({ email: ["staffExists"] });
    const deskIds = await desksForRole(ctx, input.role, input.deskIds);
    const { count: replaced } = await ctx.tx.invitation.updateMany({
      where: { email: input.email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    const id = randomUUID();
    const expiresAt = new Date(ctx.now.getTime() + invitationLifetime);
    await ctx.tx.invitation.create({
      data: {
        id,
        email: input.email,
        name: input.name,
        role: input.role,
        deskIds,
        locale: input.locale,
        tokenHash: hashToken(deriveToken("invitation", id)),
        invitedById: ctx.actor.id,
        expiresAt,
        createdAt: ctx.now,
      },
    });
    await recordAudit(ctx, {
      action: "invite-staff",
      subject: { type: "invitation", id },
      detail: { role: input.role, deskIds, replaced },
    });
    await enqueueMail(ctx, {
      template: "invitation",
      to: input.email,
      recipientKind: "STAFF",
      locale: input.locale,
      params: { invitationId: id, name: input.name, role: input.role, expiresOn: isoDate(expiresAt) },
    });
    return { id };
  });
}
