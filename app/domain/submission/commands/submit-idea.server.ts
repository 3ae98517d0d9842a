import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { earlierReceipt, type Receipt } from "../earlier-receipt.server.ts";
import { openTheme } from "../open-theme.server.ts";
import { assertMaySend, receiveSubmission } from "../receive-submission.server.ts";
import type { IdeaFields } from "../submission.schema.ts";

/**
 * A citizen sends an idea for a theme; it waits for review. Sending the same confirm page twice gives one idea and the same receipt.
 */
export async function submitIdea(
  context: CommandContext,
  input: Omit<IdeaFields, "consent"> & { themeSlug: string; idempotencyKey: string; isSample?: boolean },
): Promise<Receipt> {
  return inTransaction(context, async (ctx) => {
    assertMaySend(ctx);
    const earlier = await earlierReceipt(ctx, input.idempotencyKey);
    if (earlier !== null) return earlier;
    const theme = await openTheme(ctx, { slug: input.themeSlug, questionId: input.questionId, takes: "proposals" });
    const { reviewDays } = await getSettings(ctx.tx);
    const receipt = await receiveSubmission(ctx, {
      kind: "IDEA",
      themeId: theme.id,
      questionId: input.questionId,
      inquiryDeskId: null,
      dueOn: addBusinessDays(isoDate(ctx.now), reviewDays.IDEA),
      text: {
        title: input.title,
        body: input.body,
        expectedEffect: input.expectedEffect,
        area: input.area,
        displayName: input.displayName,
      },
      cityOnly: { name: input.name, phone: input.phone },
      email: input.email,
      idempotencyKey: input.idempotencyKey,
      isSample: input.isSample,
    });
    await recordAudit(ctx, {
      action: "submit-idea",
      subject: { type: "submission", id: receipt.id, number: receipt.number },
      detail: { theme: input.themeSlug },
    });
    return receipt;
  });
}
