import { randomUUID } from "node:crypto";
import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import type { StaffRole } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { deriveToken, hashToken } from "#app/platform/crypto.ts";
import { invitationLifetime } from "./staff.ts";

/**
 * Mails somebody a single-use link with which they make their account, or set up their access anew. Earlier open invitations of the address
 * end, so that there is one link at a time.
 *
 * @returns the invitation's id, and how many ended
 */
export async function mailInvitation(
  context: TxContext,
  invited: { email: string; name: string; role: StaffRole; locale: Locale; deskIds: string[]; invitedById: string },
): Promise<{ id: string; replaced: number }> {
  const { email, name, role, locale } = invited;
  const { count: replaced } = await context.tx.invitation.updateMany({
    where: { email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: context.now },
  });
  const id = randomUUID();
  const expiresAt = new Date(context.now.getTime() + invitationLifetime);
  await context.tx.invitation.create({
    data: {
      ...invited,
      id,
      tokenHash: hashToken(deriveToken("invitation", id)),
      expiresAt,
      createdAt: context.now,
    },
  });
  await enqueueMail(context, {
    template: "invitation",
    to: email,
    recipientKind: "STAFF",
    locale,
    params: { invitationId: id, name, role, expiresOn: isoDate(expiresAt) },
  });
  return { id, replaced };
}
