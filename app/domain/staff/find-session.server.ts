import type { StaffActor } from "#app/domain/shared/actor.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { accountColumns, actorOf, isSecondFactorOptional } from "./session.server.ts";
import { isSessionAlive, lastSeenStep, needsSecondFactor, type SignInStage, signInStage } from "./staff.ts";

/** Somebody with a living session. Only stage "complete" opens the desk; the others lead to the second factor. */
export type SignedIn = {
  actor: StaffActor;
  sessionId: string;
  stage: SignInStage;
  account: {
    id: string;
    email: string;
    name: string;
    role: StaffActor["role"];
    locale: "ja" | "en";
    isSample: boolean;
    hasSecondFactor: boolean;
    /** The role needs a second factor and works without: every page of the desk says so. */
    secondFactorPutOff: boolean;
  };
};

/**
 * Who the cookie's secret belongs to, with role and desks as they are at this moment; null for a wrong, ended, expired or idle session and
 * for an account that was switched off. Notes once a minute that the session is in use.
 */
export async function findSession(token: string | null | undefined, now: Date): Promise<SignedIn | null> {
  if (!token || token.length > 100) return null;
  const session = await db().staffSession.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      secondFactorAt: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      staff: { select: accountColumns },
    },
  });
  if (!session?.staff.isActive || !isSessionAlive(session, now)) return null;
  if (now.getTime() - session.lastSeenAt.getTime() >= lastSeenStep) {
    await db().staffSession.updateMany({
      where: { id: session.id, lastSeenAt: { lt: now } },
      data: { lastSeenAt: now },
    });
  }
  const { staff } = session;
  const stage = signInStage(staff, session, isSecondFactorOptional());
  return {
    actor: actorOf(staff),
    sessionId: session.id,
    stage,
    account: {
      id: staff.id,
      email: staff.email,
      name: staff.name,
      role: staff.role,
      locale: staff.locale === "en" ? "en" : "ja",
      isSample: staff.isSample,
      hasSecondFactor: staff.totpEnabledAt !== null,
      secondFactorPutOff: stage === "complete" && needsSecondFactor(staff.role) && staff.totpEnabledAt === null,
    },
  };
}
