import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { confirmOwnPassword } from "../confirm-own-password.server.ts";
import { replaceRecoveryCodes } from "../second-factor.server.ts";

/** Ten new recovery codes for one's own account; the old ones stop working. Asks for the present password. @returns the codes, shown once */
export async function renewRecoveryCodes(context: CommandContext, input: { password: string }): Promise<string[]> {
  if (context.actor.kind !== "staff") throw forbidden();
  const staffId = context.actor.id;
  await confirmOwnPassword(staffId, input.password, "password");
  return inTransaction(context, async (ctx) => {
    const account = await ctx.tx.staffAccount.findUnique({
      where: { id: staffId },
      select: { isActive: true, totpEnabledAt: true },
    });
    if (!account?.isActive) throw forbidden();
    if (!account.totpEnabledAt) throw conflict("noSecondFactor");
    const codes = await replaceRecoveryCodes(ctx, staffId);
    await recordAudit(ctx, { action: "renew-recovery-codes", subject: { type: "staff", id: staffId } });
    return codes;
  });
}
