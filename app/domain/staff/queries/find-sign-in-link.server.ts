import type { StaffRole } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { isSecondFactorOptional } from "../session.server.ts";

/** Whose sample account a sign-in link opens; looking changes nothing. Not found wherever the link would be refused. */
export async function findSignInLink(token: string, now: Date): Promise<{ name: string; role: StaffRole }> {
  const link = await db().signInLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      expiresAt: true,
      usedAt: true,
      staff: { select: { name: true, role: true, isSample: true, isActive: true } },
    },
  });
  const isUsable = link && !link.usedAt && link.expiresAt > now && link.staff.isSample && link.staff.isActive;
  if (!isUsable || !isSecondFactorOptional()) throw notFound("signInLinkNotFound");
  return { name: link.staff.name, role: link.staff.role };
}
