import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { ownFollower } from "../own-follower.server.ts";
import { requestFollowConfirmation } from "../request-confirmation.server.ts";

/**
 * A follower wants their news at another address. Its owner is asked by mail; until they press the button there, everything goes to the old one.
 *
 * @throws NOT_FOUND "followsGone"
 */
export async function requestNewAddress(
  context: CommandContext,
  input: { token: string; email: string },
): Promise<void> {
  return inTransaction(
    context,
    async (ctx) => {
      const { id } = await ownFollower(ctx.tx, input.token);
      const requestId = await requestFollowConfirmation(ctx, {
        email: input.email,
        pace: "AT_ONCE",
        thing: null,
        followerId: id,
      });
      if (requestId === null) return;
      await recordAudit(ctx, {
        action: "request-new-address",
        subject: { type: "follow", id },
        detail: { requestId },
      });
    },
    { announced: false },
  );
}
