import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailCommented } from "#app/domain/comment/mail-comment.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { appealMessage } from "../appeal-message.ts";
import { decide, type OnAppeal } from "../decide.server.ts";
import { decisionMessage } from "../decision-message.ts";
import type { Reviewed } from "../load-reviewed.server.ts";

/**
 * A moderator approves a text: from now on everybody can read it. Its author is told; so is, for a comment on a proposal, the author of the
 * proposal. The public promise becomes the day of the answer.
 */
export async function approveItem(
  context: CommandContext,
  input: { item: ItemRef; version: number; onAppeal?: OnAppeal },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const words = { reasonCode: null, explanation: null };
    const { item, said } = await decide(ctx, "APPROVE", { ...input, ...words }, (before) => answerPromise(ctx, before));
    const message = input.onAppeal
      ? appealMessage("OVERTURNED", item, input.onAppeal)
      : decisionMessage("APPROVE", item, said);
    await mailIfConfirmed(ctx, item.emailAddressId, message);
    if (item.type === "comment") await mailCommented(ctx, item.id);
    await recordAudit(ctx, {
      action: `approve-${item.type}`,
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { revision: item.revision },
    });
  });
}

/** Comments are promised a review only. A proposal is promised an answer: by its desk's date, or by the usual time from today. */
async function answerPromise(context: TxContext, item: Reviewed): Promise<IsoDate | null> {
  if (item.kind === "COMMENT" || item.handling === "ANSWERED") return null;
  if (item.isAssigned) return item.assignedUntil;
  const { answerDays } = await getSettings(context.tx);
  return addBusinessDays(isoDate(context.now), answerDays[item.kind]);
}
