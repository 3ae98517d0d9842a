import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { earlierReceipt, type Receipt } from "../earlier-receipt.server.ts";
import { openTheme } from "../open-theme.server.ts";
import { assertMaySend, receiveSubmission } from "../receive-submission.server.ts";
import type { PartnershipFields } from "../submission.schema.ts";

/**
 * A company or group asks for a dialogue with the city on a theme. Its name, title and summary wait for review; everything else stays with
 * the city. Sending the same confirm page twice gives one proposal and the same receipt.
 */
export async function submitPartnership(
  context: CommandContext,
  input: Omit<PartnershipFields, "consent"> & { themeSlug: string; idempotencyKey: string; isSample?: boolean },
): Promise<Receipt> {
  return inTransaction(context, async (ctx) => {
    assertMaySend(ctx);
    const earlier = await earlierReceipt(ctx, input.idempotencyKey);
    if (earlier !== null) return earlier;
    const theme = await openTheme(ctx, { slug: input.themeSlug, questionId: input.questionId, takes: "proposals" });
    const { reviewDays } = await getSettings(ctx.tx);
    const receipt = await receiveSubmission(ctx, {
      kind: "PARTNERSHIP",
      themeId: theme.id,
      questionId: input.questionId,
      inquiryDeskId: null,
      dueOn: addBusinessDays(isoDate(ctx.now), reviewDays.PARTNERSHIP),
      text: { title: input.title, body: input.body, organizationName: input.organizationName },
      cityOnly: {
        phone: input.phone,
        corporateNumber: input.corporateNumber,
        contactPerson: input.contactPerson,
        cooperation: input.cooperation,
        request: input.request,
        costSharing: input.costSharing,
        confidentialNote: input.confidentialNote,
      },
      email: input.email,
      idempotencyKey: input.idempotencyKey,
      isSample: input.isSample,
    });
    await recordAudit(ctx, {
      action: "submit-partnership",
      subject: { type: "submission", id: receipt.id, number: receipt.number },
      detail: { theme: input.themeSlug },
    });
    return receipt;
  });
}
