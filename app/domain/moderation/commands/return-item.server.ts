import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type DecisionInput, decide } from "../decide.server.ts";
import { decisionMessage } from "../decision-message.ts";

/** A moderator gives a text back to its author with a reason; the author changes it on the tracking page and it is reviewed again. */
export async function returnItem(context: CommandContext, input: DecisionInput): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { item, said } = await decide(ctx, "RETURN", input, (before) => before.assignedUntil);
    await mailIfConfirmed(ctx, item.emailAddressId, decisionMessage("RETURN", item, said));
    await recordAudit(ctx, {
      action: `return-${item.type}`,
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { reasonCode: input.reasonCode, revision: item.revision },
    });
  });
}
