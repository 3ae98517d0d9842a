import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { FollowPace } from "../follow.ts";
import { type FollowTarget, findTarget } from "../follow-target.server.ts";
import { requestFollowConfirmation } from "../request-confirmation.server.ts";

/**
 * Somebody asks for news of a proposal, a theme or a search at an address. Its owner is asked by mail whether they want it; nothing is followed
 * before they press the button there. What the caller sees is the same whatever the address is, also when it was asked too often today.
 *
 * @throws NOT_FOUND for what nobody can read
 */
export async function requestFollow(
  context: CommandContext,
  input: { target: FollowTarget; email: string; pace: FollowPace },
): Promise<void> {
  const { thing, columns } = await findTarget(input.target);
  return inTransaction(
    context,
    async (ctx) => {
      const id = await requestFollowConfirmation(ctx, {
        email: input.email,
        pace: input.pace,
        columns,
        thing: mailed(),
      });
      if (id === null) return;
      await recordAudit(ctx, {
        action: "request-follow",
        subject: { type: "follow", id, number: thing.type === "proposal" ? thing.number : null },
        detail: { of: thing.type, pace: input.pace },
      });
    },
    { announced: false },
  );

  function mailed() {
    switch (thing.type) {
      case "proposal":
        return { type: thing.type, number: thing.number };
      case "theme":
        return { type: thing.type, title: thing.title };
      case "search":
        return { type: thing.type };
    }
  }
}
