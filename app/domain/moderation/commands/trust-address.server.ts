import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { keepTrust } from "#app/domain/participant/trust-rows.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { findSender } from "../find-sender.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import { canComeTrusted, mayTrust } from "../trust.ts";

/**
 * A moderator trusts whoever sent an item: in themes that say so, what comes with their address is public once they confirm it, and read
 * afterwards. It changes nothing that is there, and nobody is told.
 *
 * @throws conflict "trustNotReached" or "trustNothingPublic" (see `trustProblem`), "trustNoAddress", "notPossibleNow" for what is never public
 *   unread, "alreadyTrusted"
 */
export async function trustAddress(context: CommandContext, input: { item: ItemRef; note: string }): Promise<void> {
  await inTransaction(
    context,
    async (ctx) => {
      const item = await loadReviewed(ctx.tx, ctx.actor, input.item);
      if (!mayTrust(ctx.actor)) throw forbidden();
      const { type, id, number, emailAddressId } = item;
      if (!canComeTrusted(item.kind)) throw conflict("notPossibleNow");
      if (emailAddressId === null) throw conflict("trustNoAddress");
      const trustId = await keepTrust(ctx, { emailAddressId, note: input.note });
      // Only now, with the address locked: a mail that comes back at this moment would otherwise suspend nothing.
      const { problem } = await findSender(ctx.tx, emailAddressId);
      if (problem !== null) throw conflict(problem);
      await recordAudit(ctx, { action: "trust-address", subject: { type, id, number }, detail: { trustId } });
    },
    { announced: false },
  );
}
