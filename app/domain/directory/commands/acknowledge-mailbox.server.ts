import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { hashToken } from "#app/platform/crypto.ts";

/** Nobody signs in to say that a mail came through: the log knows them by what they hold. */
const reader = { kind: "system", name: "確認のメールを受け取った担当" } as const;

/**
 * Whoever reads a desk's mailbox says so with the link of its test mail. Said again, it changes nothing.
 *
 * @throws not found "mailboxLinkInvalid" for a key that is wrong, or of a test mail before the last
 */
export async function acknowledgeMailbox(context: CommandContext, input: { token: string }): Promise<void> {
  await inTransaction({ ...context, actor: reader }, async (ctx) => {
    const mailboxTokenHash = hashToken(input.token);
    const desk = await ctx.tx.desk.findUnique({ where: { mailboxTokenHash }, select: { id: true, mailbox: true } });
    if (desk === null || desk.mailbox === null) throw notFound("mailboxLinkInvalid");
    const { count } = await ctx.tx.desk.updateMany({
      where: { id: desk.id, mailboxTokenHash, mailboxVerifiedAt: null },
      data: { mailboxVerifiedAt: ctx.now, version: { increment: 1 } },
    });
    if (count === 0) return;
    await recordAudit(ctx, { action: "acknowledge-mailbox", subject: { type: "desk", id: desk.id } });
  });
}
