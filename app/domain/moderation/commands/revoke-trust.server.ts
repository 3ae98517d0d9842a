import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { endTrust } from "#app/domain/participant/trust-rows.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayTrust } from "../trust.ts";

/**
 * A moderator no longer trusts a participant: what they send is read before it is public, as everybody's. What is public already stays so, and
 * nobody is told.
 *
 * @throws conflict "changedMeanwhile"
 */
export async function revokeTrust(context: CommandContext, input: { id: string; version: number }): Promise<void> {
  await inTransaction(
    context,
    async (ctx) => {
      if (!mayTrust(ctx.actor)) throw forbidden();
      await endTrust(ctx, input);
      await recordAudit(ctx, { action: "revoke-trust", subject: { type: "trusted-address", id: input.id } });
    },
    { announced: false },
  );
}
