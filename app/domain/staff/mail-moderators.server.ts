import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { MailMessage } from "#app/domain/mail/mail-message.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";

type Unaddressed<M> = M extends MailMessage ? Omit<M, "to" | "recipientKind" | "locale"> : never;

/** A message to the moderators, without addresses and languages. */
export type ModeratorMessage = Unaddressed<Extract<MailMessage, { template: "overdue" | "weekly-digest" }>>;

/**
 * Queues one mail to every moderator and administrator whose account is in use, each in the language they read the staff area in. Accounts of
 * samples belong to nobody and get none.
 *
 * @returns how many
 */
export async function mailModerators(context: TxContext, message: ModeratorMessage): Promise<number> {
  const accounts = await context.tx.staffAccount.findMany({
    where: { role: { in: ["ADMIN", "MODERATOR"] }, isActive: true, isSample: false },
    orderBy: { id: "asc" },
    select: { email: true, locale: true },
  });
  for (const { email, locale } of accounts) {
    await enqueueMail(context, { ...message, to: email, recipientKind: "STAFF", locale });
  }
  return accounts.length;
}
