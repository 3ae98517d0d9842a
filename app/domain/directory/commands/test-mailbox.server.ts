import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { mayEditDirectory } from "../directory.ts";
import { sendMailboxTest } from "../mailbox-test.server.ts";

/**
 * A test mail goes to a desk's mailbox, so that whoever reads it can acknowledge it. What is known of the mailbox stays as it is until then.
 *
 * @throws not found; forbidden; conflict "changedMeanwhile", or "notPossibleNow" where there is no mailbox
 */
export async function testMailbox(context: CommandContext, input: { id: string; version: number }): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    const desk = await ctx.tx.desk.findUnique({
      where: { id: input.id },
      select: { id: true, name: true, mailbox: true, mailboxTestId: true },
    });
    if (desk === null) throw notFound();
    const { count } = await ctx.tx.desk.updateMany({
      where: { id: desk.id, version: input.version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    const { mailbox } = desk;
    if (mailbox === null) throw conflict("notPossibleNow");
    await sendMailboxTest(ctx, { ...desk, mailbox, name: desk.name as LocalizedText });
    await recordAudit(ctx, { action: "test-mailbox", subject: { type: "desk", id: desk.id } });
  });
}
