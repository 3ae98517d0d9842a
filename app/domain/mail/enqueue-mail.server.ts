import { randomUUID } from "node:crypto";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { deriveKey } from "#app/platform/crypto.ts";
import { env } from "#app/platform/env.ts";
import { addDeliveryJob } from "./add-delivery-job.server.ts";
import { maskedMailLinks } from "./mail-links.ts";
import type { MailMessage } from "./mail-message.ts";
import { renderMail } from "./templates/render-mail.ts";

/**
 * Queues one message to one recipient, in the transaction of the command that causes it: it is sent if and only if the command's changes are
 * kept. The only way a mail comes into being.
 *
 * Its Message-ID is fixed now, so every attempt carries the same one; it refers to the first message with the same `threadKey` to the same
 * recipient (RFC 5322 §3.6.4), so that mail programs show a submission's messages as one conversation.
 *
 * @returns the mail's id
 */
export async function enqueueMail(context: TxContext, message: MailMessage): Promise<string> {
  const id = randomUUID();
  const { moderatorPhone } = await getSettings(context.tx);
  const replyTo = replyAddress(message);
  const { subject } = renderMail(message, message.locale, {
    links: maskedMailLinks(env().BASE_URL, message.locale),
    officePhone: moderatorPhone,
    takesReplies: replyTo !== null,
  });
  await context.tx.mail.create({
    data: {
      id,
      messageId: newMessageId(id),
      template: message.template,
      locale: message.locale,
      recipient: message.to,
      recipientKind: message.recipientKind,
      subjectLine: subject,
      params: message.params as Prisma.InputJsonObject,
      threadKey: message.threadKey ?? null,
      inReplyTo: await threadStart(context, message),
      replyTo,
      officePhone: moderatorPhone,
      submissionId: message.submissionId ?? null,
      commentId: message.commentId ?? null,
      createdAt: context.now,
    },
    select: { id: true },
  });
  await addDeliveryJob(context.tx, { mailId: id });
  return id;
}

/** `<id>@<domain of the sender>`, without the angle brackets. */
export function newMessageId(mailId: string): string {
  const { address } = env().MAIL_FROM;
  return `${mailId}@${address.slice(address.lastIndexOf("@") + 1)}`;
}

async function threadStart(context: TxContext, { threadKey, to }: MailMessage): Promise<string | null> {
  if (threadKey === undefined) return null;
  const first = await context.tx.mail.findFirst({
    where: { threadKey, recipient: to },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { messageId: true },
  });
  return first?.messageId ?? null;
}

/**
 * The address replies of a desk go to: one for each answer link and recipient, and not to be guessed, so that a reply shows what it answers
 * and whose it is. Lower-case letters and digits only (some gateways change case), 59 of the 64 characters a local part may have (RFC 5321
 * §4.5.3.1.1). Null where nobody reads replies.
 */
function replyAddress(message: MailMessage): string | null {
  const domain = env().REPLY_DOMAIN;
  if (domain === undefined || message.recipientKind !== "DESK" || !("answerLinkId" in message.params)) return null;
  const { answerLinkId } = message.params;
  const secret = deriveKey("reply-address", `${answerLinkId}:${message.to}`).toString("hex").slice(0, 20);
  return `reply+${answerLinkId.replaceAll("-", "")}.${secret}@${domain}`;
}
