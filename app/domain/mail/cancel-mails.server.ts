import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { MailTemplate } from "./mail-message.ts";

/** What the mails carry or are about. */
export type MailsToCancel =
  | { invitationId: string }
  | { answerLinkId: string }
  | { mailboxTestId: string }
  | { confirmationId: string }
  | { submissionId: string; templates?: MailTemplate[] }
  | { commentId: string; templates?: MailTemplate[] };

/**
 * Stops messages that wait for their (next) attempt, in the transaction of the command that makes them pointless or forbidden: a revoked
 * invitation, a revoked answer link, a withdrawn text. What is being handed to the mail server at this moment still leaves, but is not
 * tried again.
 *
 * @returns how many were stopped
 */
export async function cancelMails(context: TxContext, which: MailsToCancel): Promise<number> {
  const { count } = await context.tx.mail.updateMany({
    where: { state: "QUEUED", ...condition(which) },
    data: { state: "CANCELLED", nextAttemptAt: null },
  });
  return count;
}

function condition(which: MailsToCancel): Prisma.MailWhereInput {
  if ("submissionId" in which) return { submissionId: which.submissionId, ...ofTemplates(which.templates) };
  if ("commentId" in which) return { commentId: which.commentId, ...ofTemplates(which.templates) };
  const [[key, id] = ["", ""]] = Object.entries(which);
  return { params: { path: [key], equals: id } };
}

function ofTemplates(templates: MailTemplate[] | undefined): Prisma.MailWhereInput {
  return templates === undefined ? {} : { template: { in: templates } };
}
