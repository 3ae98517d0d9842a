import { randomUUID } from "node:crypto";
import { cancelMails } from "#app/domain/mail/cancel-mails.server.ts";
import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { deriveToken, hashToken } from "#app/platform/crypto.ts";

/** The secret part of the link in a test mail. It is derived, so that a mail sent again carries the same one; only its hash is kept. */
export function mailboxToken(testId: string): string {
  return deriveToken("mailbox-test", testId);
}

/**
 * Queues a test mail to a desk's mailbox. Its link says that somebody reads there, and nothing else; the link of the test before stops working.
 */
export async function sendMailboxTest(
  context: TxContext,
  desk: { id: string; mailbox: string; name: LocalizedText; mailboxTestId: string | null },
): Promise<void> {
  const mailboxTestId = randomUUID();
  if (desk.mailboxTestId !== null) await cancelMails(context, { mailboxTestId: desk.mailboxTestId });
  await context.tx.desk.update({
    where: { id: desk.id },
    data: { mailboxTestId, mailboxTokenHash: hashToken(mailboxToken(mailboxTestId)), mailboxTestedAt: context.now },
    select: { id: true },
  });
  await enqueueMail(context, {
    template: "mailbox-test",
    params: { deskName: desk.name, mailboxTestId },
    to: desk.mailbox,
    recipientKind: "DESK",
    locale: "ja",
  });
}
