import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { isSessionAlive } from "../staff.ts";

export type AccountSession = {
  id: string;
  isThis: boolean;
  userAgent: string | null;
  createdAt: string;
  lastSeenAt: string;
};

export type AccountPage = {
  email: string;
  locale: "ja" | "en";
  hasPassword: boolean;
  secondFactorSince: string | null;
  recoveryCodesLeft: number;
  sessions: AccountSession[];
};

/** One's own account: what protects it and where it is signed in. */
export async function getAccountPage(
  viewer: Actor,
  { sessionId, now }: { sessionId: string; now: Date },
): Promise<AccountPage> {
  if (viewer.kind !== "staff") throw forbidden();
  const [account, recoveryCodesLeft, sessions] = await Promise.all([
    db().staffAccount.findUniqueOrThrow({
      where: { id: viewer.id },
      select: { email: true, locale: true, passwordHash: true, totpEnabledAt: true },
    }),
    db().recoveryCode.count({ where: { staffId: viewer.id, usedAt: null } }),
    db().staffSession.findMany({
      where: { staffId: viewer.id, revokedAt: null, expiresAt: { gt: now } },
      orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
      take: 50,
      select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true, expiresAt: true, revokedAt: true },
    }),
  ]);
  return {
    email: account.email,
    locale: account.locale === "en" ? "en" : "ja",
    hasPassword: account.passwordHash !== null,
    secondFactorSince: account.totpEnabledAt?.toISOString() ?? null,
    recoveryCodesLeft,
    sessions: sessions
      .filter((session) => isSessionAlive(session, now))
      .map((session) => ({
        id: session.id,
        isThis: session.id === sessionId,
        userAgent: session.userAgent,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
      })),
  };
}
