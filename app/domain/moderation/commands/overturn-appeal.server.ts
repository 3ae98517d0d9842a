import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type AppealDecisionInput, closeAppeal } from "../close-appeal.server.ts";
import { reversalIn } from "../moderation.ts";
import { approveItem } from "./approve-item.server.ts";
import { restoreItem } from "./restore-item.server.ts";

/**
 * A moderator with no part in a decision grants its author's appeal: what was declined is published, what was hidden comes back, by the same
 * commands as ever and in the same transaction, so their audit entry stands before this one. The author gets one mail, about the appeal.
 */
export async function overturnAppeal(context: CommandContext, input: AppealDecisionInput): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { item, version, explanation } = input;
    const reviewed = await closeAppeal(ctx, "OVERTURNED", input);
    const onAppeal = { explanation };
    switch (reversalIn(reviewed.review)) {
      case "APPROVE":
        await approveItem(ctx, { item, version, onAppeal });
        break;
      case "RESTORE":
        await restoreItem(ctx, { item, version, explanation, onAppeal });
        break;
      case null:
        throw conflict("appealClosed");
    }
    await recordAudit(ctx, {
      action: "overturn-appeal",
      subject: { type: reviewed.type, id: reviewed.id, number: reviewed.number },
      detail: { appealId: input.appealId },
    });
  });
}
