import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { MailMessage } from "#app/domain/mail/mail-message.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";

type Unaddressed<M> = M extends MailMessage ? Omit<M, "to" | "recipientKind"> : never;

/** A message to a person, without the address. */
export type PersonMessage = Unaddressed<MailMessage>;

/**
 * Queues a mail to a person if there is an address and its owner confirmed it; otherwise nothing.
 *
 * @returns the mail's id, or null if nothing was queued
 */
export async function mailIfConfirmed(
  context: TxContext,
  emailAddressId: string | null,
  message: PersonMessage,
): Promise<string | null> {
  if (emailAddressId === null) return null;
  const row = await context.tx.emailAddress.findUnique({
    where: { id: emailAddressId },
    select: { address: true, confirmedAt: true },
  });
  if (row === null || row.confirmedAt === null) return null;
  return enqueueMail(context, { ...message, to: row.address, recipientKind: "PERSON" } as MailMessage);
}
