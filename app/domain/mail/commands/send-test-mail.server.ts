import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { mayCheckDelivery } from "../delivery-checks.ts";
import { enqueueMail } from "../enqueue-mail.server.ts";

/**
 * An administrator has a test mail sent to their own address. It goes the way every mail goes, and its row in the mail log says what came of it.
 *
 * @returns the mail's id
 * @throws forbidden; conflict "mailWaiting" while the last one to them waits
 */
export async function sendTestMail(context: CommandContext): Promise<{ mailId: string }> {
  return inTransaction(context, async (ctx) => {
    if (!mayCheckDelivery(ctx.actor) || ctx.actor.kind !== "staff") throw forbidden();
    const { email, locale } = await ctx.tx.staffAccount.findUniqueOrThrow({
      where: { id: ctx.actor.id },
      select: { email: true, locale: true },
    });
    const waiting = await ctx.tx.mail.findFirst({
      where: { recipient: email, template: "delivery-test", state: "QUEUED" },
      select: { id: true },
    });
    if (waiting !== null) throw conflict("mailWaiting");
    const mailId = await enqueueMail(ctx, {
      template: "delivery-test",
      params: { askedOn: isoDate(ctx.now) },
      to: email,
      recipientKind: "STAFF",
      locale,
    });
    await recordAudit(ctx, { action: "send-test-mail", subject: { type: "mail", id: mailId } });
    return { mailId };
  });
}
