import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { MailMessage } from "#app/domain/mail/mail-message.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";

type Unaddressed<M> = M extends MailMessage ? Omit<M, "to" | "recipientKind" | "locale"> : never;

/** A message to the administrators, without addresses and languages. */
export type AdministratorMessage = Unaddressed<Extract<MailMessage, { template: "escalated" }>>;

/** Queues one mail to every administrator whose account is in use, each in the language they read the staff area in. */
export async function mailAdministrators(context: TxContext, message: AdministratorMessage): Promise<void> {
  const accounts = await context.tx.staffAccount.findMany({
    where: { role: "ADMIN", isActive: true },
    orderBy: { id: "asc" },
    select: { email: true, locale: true },
  });
  for (const { email, locale } of accounts) {
    await enqueueMail(context, { ...message, to: email, recipientKind: "STAFF", locale });
  }
}
