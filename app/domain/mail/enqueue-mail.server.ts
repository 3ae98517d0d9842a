import { randomUUID } from "node:crypto";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { env } from "#app/platform/env.ts";
import { addDeliveryJob, addDeliveryJobs } from "./add-delivery-job.server.ts";
import { maskedMailLinks } from "./mail-links.ts";
import type { MailMessage } from "./mail-message.ts";
import { mailboxReplyAddress, replyAddress } from "./own-addresses.server.ts";
import { renderSubject } from "./templates/render-mail.ts";
import { spreadTurns } from "./turns.server.ts";

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
  const { moderatorPhone } = await getSettings(context.tx);
  const row = rowOf(context, message, moderatorPhone, await threadStart(context, message));
  await context.tx.mail.create({ data: row, select: { id: true } });
  await addDeliveryJob(context.tx, { mailId: row.id });
  return row.id;
}

/**
 * The same for many recipients, in a handful of statements, and delivered after what goes to one person alone, a few in each second.
 *
 * @param messages to different addresses, all with the same `threadKey` or all without
 * @returns the ids of the mails, in the order of the messages
 */
export async function enqueueMails(context: TxContext, messages: readonly MailMessage[]): Promise<string[]> {
  if (messages.length === 0) return [];
  const { moderatorPhone } = await getSettings(context.tx);
  const starts = await threadStarts(context, messages);
  const rows = messages.map((message) => rowOf(context, message, moderatorPhone, starts.get(message.to) ?? null));
  await context.tx.mail.createMany({ data: rows });
  const ids = rows.map(({ id }) => id);
  await addDeliveryJobs(context.tx, { mailIds: ids, runAt: await spreadTurns(context.tx, ids.length, context.now) });
  return ids;
}

function rowOf(context: TxContext, message: MailMessage, officePhone: string, inReplyTo: string | null) {
  const id = randomUUID();
  const replyTo = replyAddressOf(message);
  const subject = renderSubject(message, message.locale, {
    links: maskedMailLinks(env().BASE_URL, message.locale),
    officePhone,
    takesReplies: replyTo !== null,
  });
  return {
    id,
    messageId: newMessageId(id),
    template: message.template,
    locale: message.locale,
    recipient: message.to,
    recipientKind: message.recipientKind,
    subjectLine: subject,
    params: message.params as Prisma.InputJsonObject,
    threadKey: message.threadKey ?? null,
    inReplyTo,
    replyTo,
    officePhone,
    submissionId: message.submissionId ?? null,
    commentId: message.commentId ?? null,
    createdAt: context.now,
  };
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

async function threadStarts(context: TxContext, messages: readonly MailMessage[]): Promise<Map<string, string>> {
  const threadKey = messages[0]?.threadKey;
  if (threadKey === undefined) return new Map();
  const first = await context.tx.mail.findMany({
    where: { threadKey, recipient: { in: messages.map(({ to }) => to) } },
    orderBy: [{ recipient: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    distinct: ["recipient"],
    select: { recipient: true, messageId: true },
  });
  return new Map(first.map(({ recipient, messageId }) => [recipient, messageId]));
}

function replyAddressOf({ recipientKind, params, to }: MailMessage): string | null {
  if (recipientKind !== "DESK") return null;
  if ("mailboxTestId" in params) return mailboxReplyAddress(params.mailboxTestId);
  if (!("answerLinkId" in params)) return null;
  return replyAddress({ answerLinkId: params.answerLinkId, to });
}
