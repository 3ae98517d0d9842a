import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { confirmOwnPassword } from "../confirm-own-password.server.ts";
import { hashNewPassword } from "../new-account.server.ts";
import { endSessions } from "../session.server.ts";

/** A new password for one's own account, against the present one. Every other session of the account ends. */
export async function changePassword(
  context: CommandContext,
  input: { sessionId: string; present: string; password: string },
): Promise<void> {
  if (context.actor.kind !== "staff") throw forbidden();
  const staffId = context.actor.id;
  const presentHash = await confirmOwnPassword(staffId, input.present, "present");
  await inTransaction(context, async (ctx) => {
    const account = await ctx.tx.staffAccount.findUnique({
      where: { id: staffId },
      select: { email: true, name: true, isActive: true },
    });
    if (!account?.isActive) throw forbidden();
    const passwordHash = await hashNewPassword(input.password, account);
    const { count } = await ctx.tx.staffAccount.updateMany({
      where: { id: staffId, passwordHash: presentHash },
      data: { passwordHash },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    const ended = await endSessions(ctx, staffId, input.sessionId);
    await recordAudit(ctx, {
      action: "change-password",
      subject: { type: "staff", id: staffId },
      detail: { endedSessions: ended },
    });
  });
}
