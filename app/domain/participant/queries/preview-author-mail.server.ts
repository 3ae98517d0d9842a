import { previewMail } from "#app/domain/mail/queries/preview-mail.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { PersonMessage } from "../mail-if-confirmed.server.ts";
import type { AuthorMailPreview } from "../participant.ts";

/**
 * The mail an author would get, as it would read, with the secret parts of links masked, and whether it would go out. Nothing is changed or
 * queued. The caller has checked that the viewer may see what is in it.
 */
export async function previewAuthorMail(
  message: PersonMessage,
  emailAddressId: string | null,
): Promise<AuthorMailPreview> {
  const { subject, text } = await previewMail(message, message.locale);
  return { subject, text, recipient: await recipientOf(emailAddressId) };
}

async function recipientOf(emailAddressId: string | null): Promise<AuthorMailPreview["recipient"]> {
  if (emailAddressId === null) return "none";
  const address = await db().emailAddress.findUnique({
    where: { id: emailAddressId },
    select: { confirmedAt: true },
  });
  return address?.confirmedAt ? "confirmed" : "unconfirmed";
}
