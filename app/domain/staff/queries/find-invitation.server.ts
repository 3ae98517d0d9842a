import type { StaffRole } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { isInvitationOpen } from "../staff.ts";

export type OpenInvitation = {
  email: string | null;
  name: string;
  role: StaffRole;
  isBootstrap: boolean;
  locale: "ja" | "en";
};

/** What the page behind an invitation's link shows. Whoever has the link may see it; looking changes nothing. */
export async function findInvitation(token: string, now: Date): Promise<OpenInvitation> {
  const invitation = await db().invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      email: true,
      name: true,
      role: true,
      isBootstrap: true,
      locale: true,
      expiresAt: true,
      acceptedAt: true,
      revokedAt: true,
    },
  });
  if (!invitation || !isInvitationOpen(invitation, now)) throw notFound("invitationNotFound");
  return {
    email: invitation.email,
    name: invitation.name ?? "",
    role: invitation.role,
    isBootstrap: invitation.isBootstrap,
    locale: invitation.locale === "en" ? "en" : "ja",
  };
}
