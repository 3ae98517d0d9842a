import { previewMail } from "#app/domain/mail/queries/preview-mail.server.ts";
import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { DecisionPreview } from "./review-page.ts";

/** A mail to a person as it would read, with the secret parts of links masked, and whether it would go out. Nothing is queued. */
export async function previewPersonMail(
  message: PersonMessage,
  emailAddressId: string | null,
): Promise<DecisionPreview> {
  const { subject, text } = await previewMail(message, message.locale);
  return { subject, text, recipient: await recipientOf(emailAddressId) };
}

async function recipientOf(emailAddressId: string | null): Promise<DecisionPreview["recipient"]> {
  if (emailAddressId === null) return "none";
  const address = await db().emailAddress.findUnique({
    where: { id: emailAddressId },
    select: { confirmedAt: true },
  });
  return address?.confirmedAt ? "confirmed" : "unconfirmed";
}
