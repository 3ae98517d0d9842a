import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { appealMessage } from "../appeal-message.ts";
import { changeReviewed } from "../change-reviewed.server.ts";
import { letGoOf } from "../claim-item.server.ts";
import { type AppealDecisionInput, closeAppeal } from "../close-appeal.server.ts";
import { endEscalation } from "../escalation.server.ts";

/**
 * A moderator with no part in a decision lets it stand against its author's appeal, and explains why. The text stays as it is; the decision
 * cannot be appealed against again. If the item was handed to the administrators, one of them has decided about it by that.
 */
export async function upholdAppeal(context: CommandContext, input: AppealDecisionInput): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const item = await closeAppeal(ctx, "UPHELD", input);
    await changeReviewed(ctx, item, { appealDueOn: null });
    await endEscalation(ctx, item, null);
    await letGoOf(ctx, item);
    await mailIfConfirmed(ctx, item.emailAddressId, appealMessage("UPHELD", item, input));
    await recordAudit(ctx, {
      action: "uphold-appeal",
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { appealId: input.appealId },
    });
  });
}
