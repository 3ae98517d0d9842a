import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { loadOpenMessage, settleMessage } from "../settle-message.server.ts";

/**
 * A moderator says that nothing is to be done about a message. It is kept as it came.
 *
 * @throws not found, forbidden; conflict "changedMeanwhile"
 */
export async function putMessageAside(context: CommandContext, input: { id: string; version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const message = await loadOpenMessage(ctx, input);
    await settleMessage(ctx, message, { state: "IGNORED" });
    await recordAudit(ctx, {
      action: "put-message-aside",
      subject: { type: "received-mail", id: input.id },
      detail: { was: message.state, reason: message.reason },
    });
  });
}
