import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { earlierReceipt, type Receipt } from "../earlier-receipt.server.ts";
import { assertMaySend, receiveSubmission } from "../receive-submission.server.ts";
import type { InquiryFields } from "../submission.schema.ts";

/** Somebody asks one desk something. It is never published; the desk answers its author alone. */
export async function submitInquiry(
  context: CommandContext,
  input: Omit<InquiryFields, "consent"> & { deskSlug: string; idempotencyKey: string; isSample?: boolean },
): Promise<Receipt> {
  return inTransaction(context, async (ctx) => {
    assertMaySend(ctx);
    const earlier = await earlierReceipt(ctx, input.idempotencyKey);
    if (earlier !== null) return earlier;
    const desk = await ctx.tx.desk.findFirst({
      where: { slug: input.deskSlug, isActive: true },
      select: { id: true },
    });
    if (desk === null) throw notFound();
    const { answerDays } = await getSettings(ctx.tx);
    const receipt = await receiveSubmission(ctx, {
      kind: "INQUIRY",
      themeId: null,
      questionId: null,
      inquiryDeskId: desk.id,
      dueOn: addBusinessDays(isoDate(ctx.now), answerDays.INQUIRY),
      text: { title: input.title, body: input.body },
      cityOnly: { name: input.name, phone: input.phone },
      email: input.email,
      idempotencyKey: input.idempotencyKey,
      isSample: input.isSample,
    });
    await recordAudit(ctx, {
      action: "submit-inquiry",
      subject: { type: "submission", id: receipt.id, number: receipt.number },
      detail: { desk: input.deskSlug },
    });
    return receipt;
  });
}
