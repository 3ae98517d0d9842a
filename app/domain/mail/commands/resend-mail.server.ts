import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { Mail, Prisma } from "#app/generated/prisma/client.ts";
import { addDeliveryJob } from "../add-delivery-job.server.ts";
import { newMessageId } from "../enqueue-mail.server.ts";
import { mayReadMailLog, mayResendMail, resendWay } from "../mail.ts";

/**
 * Sends a mail again. One that failed or still waits is tried at once, as the same message (same Message-ID: it may have arrived without our
 * knowing). One that was sent leaves as a new message, because somebody says it never came.
 *
 * @returns the id of the mail that is now waiting: the same, or the copy's
 * @throws notFound, forbidden (a viewer), conflict "mailCancelled", "mailWaiting" (a copy waits already) or "changedMeanwhile"
 */
export async function resendMail(context: CommandContext, { id }: { id: string }): Promise<{ id: string }> {
  return inTransaction(context, async (ctx) => {
    const mail = mayReadMailLog(ctx.actor) ? await ctx.tx.mail.findUnique({ where: { id } }) : null;
    if (mail === null) throw notFound();
    if (!mayResendMail(ctx.actor)) throw forbidden();
    const way = resendWay(mail.state);
    if (way === null) throw conflict("mailCancelled");
    const resentId = way === "again" ? await tryAgain(ctx, mail) : await sendCopy(ctx, mail);
    await recordAudit(ctx, {
      action: "resend-mail",
      subject: { type: "mail", id: mail.id, number: mail.threadKey },
      detail: { template: mail.template, was: mail.state, attempts: mail.attempts, resentId },
    });
    return { id: resentId };
  });
}

async function tryAgain(context: TxContext, mail: Mail): Promise<string> {
  const { count } = await context.tx.mail.updateMany({
    where: { id: mail.id, state: mail.state, attempts: mail.attempts },
    // The three days begin anew; the audit entry keeps how often it was tried.
    data: { state: "QUEUED", attempts: 0, nextAttemptAt: context.now },
  });
  if (count === 0) throw conflict("changedMeanwhile");
  await addDeliveryJob(context.tx, { mailId: mail.id });
  return mail.id;
}

async function sendCopy(context: TxContext, mail: Mail): Promise<string> {
  const waiting = await context.tx.mail.findFirst({
    where: { resentOfId: mail.id, state: "QUEUED" },
    select: { id: true },
  });
  if (waiting !== null) throw conflict("mailWaiting");
  const id = randomUUID();
  await context.tx.mail.create({
    data: {
      id,
      messageId: newMessageId(id),
      template: mail.template,
      locale: mail.locale,
      recipient: mail.recipient,
      recipientKind: mail.recipientKind,
      subjectLine: mail.subjectLine,
      params: mail.params as Prisma.InputJsonObject,
      threadKey: mail.threadKey,
      inReplyTo: mail.inReplyTo ?? mail.messageId,
      replyTo: mail.replyTo,
      officePhone: mail.officePhone,
      submissionId: mail.submissionId,
      commentId: mail.commentId,
      resentOfId: mail.id,
      createdAt: context.now,
    },
    select: { id: true },
  });
  await addDeliveryJob(context.tx, { mailId: id });
  return id;
}
