import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { appealMessage } from "../appeal-message.ts";
import type { ReplyVersion } from "../canned-reply.ts";
import { decide, type OnAppeal } from "../decide.server.ts";
import { decisionMessage } from "../decision-message.ts";

/** A moderator brings a hidden text back into public view and says why. */
export async function restoreItem(
  context: CommandContext,
  input: {
    item: ItemRef;
    version: number;
    explanation: string | null;
    replies?: ReplyVersion[];
    onAppeal?: OnAppeal;
  },
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    const { item, said } = await decide(ctx, "RESTORE", { ...input, reasonCode: null }, () => undefined);
    const message = input.onAppeal
      ? appealMessage("OVERTURNED", item, input.onAppeal)
      : decisionMessage("RESTORE", item, said);
    await mailIfConfirmed(ctx, item.emailAddressId, message);
    await recordAudit(ctx, {
      action: `restore-${item.type}`,
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { revision: item.revision },
    });
  });
}
