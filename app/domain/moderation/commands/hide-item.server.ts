import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type DecisionInput, decide } from "../decide.server.ts";
import { decisionMessage } from "../decision-message.ts";

/** A moderator takes a published text out of public view, with a reason for its author. Nothing is deleted, and it can be restored. */
export async function hideItem(context: CommandContext, input: DecisionInput): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { item, said } = await decide(ctx, "HIDE", input, () => undefined);
    await mailIfConfirmed(ctx, item.emailAddressId, decisionMessage("HIDE", item, said));
    await recordAudit(ctx, {
      action: `hide-${item.type}`,
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { reasonCode: input.reasonCode, revision: item.revision },
    });
  });
}
