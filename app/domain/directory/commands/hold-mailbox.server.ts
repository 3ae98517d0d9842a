import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";

/**
 * Stops all mail to a desk's mailbox, because the mailbox sent one back for good. Only the platform does it, on a report of a mail server; an
 * administrator ends it. The desk goes on working on the screen.
 *
 * @param reason the report's words, for staff
 * @returns how many desks have the mailbox and were not on hold before
 */
export async function holdMailbox(
  context: CommandContext,
  { mailbox, reason }: { mailbox: string; reason: string },
): Promise<number> {
  return inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    const held = await ctx.tx.desk.updateManyAndReturn({
      where: { mailbox, mailboxHeldAt: null },
      data: { mailboxHeldAt: ctx.now, mailboxHoldReason: reason, version: { increment: 1 } },
      select: { id: true },
    });
    for (const { id } of held) {
      await recordAudit(ctx, { action: "hold-mailbox", subject: { type: "desk", id }, detail: { reason } });
    }
    return held.length;
  });
}
