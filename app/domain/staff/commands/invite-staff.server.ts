import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mailInvitation } from "../mail-invitation.server.ts";
import { desksForRole } from "../new-account.server.ts";
import type { InviteStaffInput } from "../staff.schema.ts";
import { mayManageStaff } from "../staff.ts";

/** An administrator invites a colleague: a mail with a single-use link that works 72 hours. An earlier open invitation of that address ends. */
export async function inviteStaff(context: CommandContext, input: InviteStaffInput): Promise<{ id: string }> {
  return inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "staff" || !mayManageStaff(ctx.actor)) throw forbidden();
    const existing = await ctx.tx.staffAccount.findUnique({ where: { email: input.email }, select: { id: true } });
    if (existing) throw inputError({ email: ["staffExists"] });
    const deskIds = await desksForRole(ctx, input.role, input.deskIds);
    const { email, name, role, locale } = input;
    const { id, replaced } = await mailInvitation(ctx, {
      email,
      name,
      role,
      locale,
      deskIds,
      invitedById: ctx.actor.id,
    });
    await recordAudit(ctx, {
      action: "invite-staff",
      subject: { type: "invitation", id },
      detail: { role, deskIds, replaced },
    });
    return { id };
  });
}
