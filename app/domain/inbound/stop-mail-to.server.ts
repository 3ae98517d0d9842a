import { holdMailbox } from "#app/domain/directory/commands/hold-mailbox.server.ts";
import { holdRequest } from "#app/domain/handling/hold-request.server.ts";
import type { MailRecipient } from "#app/domain/mail/deliver-mail.server.ts";
import { markAddressBounced } from "#app/domain/participant/mark-address-bounced.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";

/**
 * A mail did not arrive and never will: nothing more is sent to that mailbox or address until somebody has seen to it. What a desk was asked
 * waits, and falls to the next desk in time; a person reads of it on the tracking page.
 *
 * @param reason the server's words without personal data, for staff
 */
export async function stopMailTo(
  context: TxContext,
  { recipient, recipientKind, submissionId }: MailRecipient,
  reason: string,
): Promise<void> {
  switch (recipientKind) {
    case "DESK":
      await holdMailbox(context, { mailbox: recipient, reason });
      if (submissionId !== null) await holdRequest(context, { submissionId, mailbox: recipient });
      break;
    case "PERSON":
      await markAddressBounced(context, recipient);
      break;
    case "STAFF":
      break;
  }
}
