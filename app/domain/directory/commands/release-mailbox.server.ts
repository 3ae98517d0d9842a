import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { forgetReturns } from "#app/domain/mail/soft-bounces.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayReleaseMailbox } from "../directory.ts";

/**
 * Lets mail go to a desk's mailbox again, once an administrator has made sure that it takes mail. What came back before counts no more. What failed meanwhile is sent again from the
 * mail log.
 *
 * @throws not found; forbidden for all but administrators; conflict "changedMeanwhile"
 */
export async function releaseMailbox(
  context: CommandContext,
  { id, version }: { id: string; version: number },
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayReleaseMailbox(ctx.actor)) throw forbidden();
    const desk = await ctx.tx.desk.findUnique({ where: { id }, select: { mailbox: true, mailboxHeldAt: true } });
    if (desk === null) throw notFound();
    const { count } = await ctx.tx.desk.updateMany({
      where: { id, version, mailboxHeldAt: { not: null } },
      data: { mailboxHeldAt: null, mailboxHoldReason: null, version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    if (desk.mailbox !== null) await forgetReturns(ctx, desk.mailbox);
    await recordAudit(ctx, {
      action: "release-mailbox",
      subject: { type: "desk", id },
      detail: { heldAt: desk.mailboxHeldAt?.toISOString() ?? null },
    });
  });
}
