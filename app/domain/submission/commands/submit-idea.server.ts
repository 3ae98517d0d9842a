import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { arrivingIdea, type IdeaInput, sentNow } from "../arriving.server.ts";
import { earlierReceipt, type Receipt } from "../earlier-receipt.server.ts";
import { assertMaySend, receiveSubmission } from "../receive-submission.server.ts";

/**
 * A citizen sends an idea for a theme; it waits for review. Sending the same confirm page twice gives one idea and the same receipt.
 */
export async function submitIdea(context: CommandContext, input: IdeaInput): Promise<Receipt> {
  return inTransaction(context, async (ctx) => {
    assertMaySend(ctx);
    const earlier = await earlierReceipt(ctx, input.idempotencyKey);
    if (earlier !== null) return earlier;
    const receipt = await receiveSubmission(ctx, await arrivingIdea(ctx, input, sentNow(ctx.now)));
    await recordAudit(ctx, {
      action: "submit-idea",
      subject: { type: "submission", id: receipt.id, number: receipt.number },
      detail: { theme: input.themeSlug },
    });
    return receipt;
  });
}
