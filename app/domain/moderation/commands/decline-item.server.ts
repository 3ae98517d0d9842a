import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type DecisionInput, decide } from "../decide.server.ts";
import { decisionMessage } from "../decision-message.ts";

/**
 * A moderator declines to publish a text, with a reason for its author. A desk that has the submission still answers it, in private: the
 * promise is then the desk's date.
 */
export async function declineItem(context: CommandContext, input: DecisionInput): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { item, said } = await decide(ctx, "DECLINE", input, (before) => before.assignedUntil);
    await mailIfConfirmed(ctx, item.emailAddressId, decisionMessage("DECLINE", item, said));
    await recordAudit(ctx, {
      action: `decline-${item.type}`,
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { reasonCode: input.reasonCode, revision: item.revision },
    });
  });
}
