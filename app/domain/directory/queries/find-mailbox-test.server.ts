import { notFound } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";

/** The desk whose test mail carries this key, and whether it was acknowledged; NOT_FOUND for any other. Reading changes nothing: filters do. */
export async function findMailboxTest(token: string, locale: Locale): Promise<{ desk: string; isVerified: boolean }> {
  const desk = await db().desk.findUnique({
    where: { mailboxTokenHash: hashToken(token) },
    select: { name: true, mailbox: true, mailboxVerifiedAt: true, section: { select: { name: true } } },
  });
  if (desk === null || desk.mailbox === null) throw notFound("mailboxLinkInvalid");
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  return { desk: `${words(desk.section.name)} ${words(desk.name)}`, isVerified: desk.mailboxVerifiedAt !== null };
}
