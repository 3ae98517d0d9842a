import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { arrivingInquiry, type InquiryInput, sentNow } from "../arriving.server.ts";
import { earlierReceipt, type Receipt } from "../earlier-receipt.server.ts";
import { assertMaySend, receiveSubmission } from "../receive-submission.server.ts";

/** Somebody asks one desk something. It is never published; the desk answers its author alone. */
export async function submitInquiry(context: CommandContext, input: InquiryInput): Promise<Receipt> {
  return inTransaction(context, async (ctx) => {
    assertMaySend(ctx);
    const earlier = await earlierReceipt(ctx, input.idempotencyKey);
    if (earlier !== null) return earlier;
    const receipt = await receiveSubmission(ctx, await arrivingInquiry(ctx, input, sentNow(ctx.now)));
    await recordAudit(ctx, {
      action: "submit-inquiry",
      subject: { type: "submission", id: receipt.id, number: receipt.number },
      detail: { desk: input.deskSlug },
    });
    return receipt;
  });
}
