import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";

/** Takes every sample account away, with its sessions and links. The system's alone. @returns how many there were */
export async function removeSampleStaff(context: CommandContext): Promise<number> {
  if (context.actor.kind !== "system") throw forbidden();
  return inTransaction(context, async (ctx) => {
    const { count } = await ctx.tx.staffAccount.deleteMany({ where: { isSample: true } });
    if (count > 0) {
      await recordAudit(ctx, {
        action: "remove-sample-staff",
        subject: { type: "staff", id: "samples" },
        detail: { count },
      });
    }
    return count;
  });
}
