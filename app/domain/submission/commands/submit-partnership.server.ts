import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { arrivingPartnership, type PartnershipInput, sentNow } from "../arriving.server.ts";
import { earlierReceipt, type Receipt } from "../earlier-receipt.server.ts";
import { assertMaySend, receiveSubmission } from "../receive-submission.server.ts";

/**
 * A company or group asks for a dialogue with the city on a theme. Its name, title and summary wait for review; everything else stays with
 * the city. Sending the same confirm page twice gives one proposal and the same receipt.
 */
export async function submitPartnership(context: CommandContext, input: PartnershipInput): Promise<Receipt> {
  return inTransaction(context, async (ctx) => {
    assertMaySend(ctx);
    const earlier = await earlierReceipt(ctx, input.idempotencyKey);
    if (earlier !== null) return earlier;
    const receipt = await receiveSubmission(ctx, await arrivingPartnership(ctx, input, sentNow(ctx.now)));
    await recordAudit(ctx, {
      action: "submit-partnership",
      subject: { type: "submission", id: receipt.id, number: receipt.number },
      detail: { theme: input.themeSlug },
    });
    return receipt;
  });
}
