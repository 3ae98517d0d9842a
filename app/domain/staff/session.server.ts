import { randomUUID } from "node:crypto";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { hashToken, randomToken } from "#app/platform/crypto.ts";
import { env, isLoopbackSite } from "#app/platform/env.ts";
import { type SignInStage, sessionExpiry, signInStage } from "./staff.ts";

/** What is read of an account whenever it signs in or asks for a page. */
export const accountColumns = {
  id: true,
  email: true,
  name: true,
  role: true,
  locale: true,
  passwordHash: true,
  totpSecret: true,
  totpEnabledAt: true,
  secondFactorPutOffAt: true,
  isActive: true,
  isSample: true,
  desks: { select: { deskId: true } },
} as const;

type ActorColumns = { id: string; name: string; role: StaffActor["role"]; desks: { deskId: string }[] };

/** The account as an actor: role and desks as they are in the row. */
export function actorOf(account: ActorColumns): StaffActor {
  return {
    kind: "staff",
    id: account.id,
    name: account.name,
    role: account.role,
    deskIds: account.desks.map((desk) => desk.deskId),
  };
}

/** The same context with the person who has just proved who they are as its actor, so that the audit entry names them. */
export function actingAs<C extends CommandContext>(context: C, account: ActorColumns): C {
  return { ...context, actor: actorOf(account) };
}

/** True where the site is served to its own machine alone. */
export function isSecondFactorOptional(): boolean {
  return isLoopbackSite(env());
}

/** A session of this account, whatever its state, with the account as it is now; null if it is somebody else's or there is none. */
export function ownSession(context: TxContext, staffId: string, sessionId: string) {
  return context.tx.staffSession.findFirst({
    where: { id: sessionId, staffId },
    select: {
      id: true,
      staffId: true,
      createdAt: true,
      expiresAt: true,
      lastSeenAt: true,
      revokedAt: true,
      secondFactorAt: true,
      staff: { select: accountColumns },
    },
  });
}

/** A new sign-in: the secret for the cookie, and how far it has come. */
export type NewSession = { token: string; expiresAt: Date; stage: SignInStage };

type StageColumns = { role: StaffActor["role"]; totpEnabledAt: Date | null; secondFactorPutOffAt: Date | null };

/** Opens a session (256 random bits; the database keeps their hash). */
export async function openSession(
  context: TxContext,
  account: StageColumns & { id: string },
  userAgent: string | null,
): Promise<NewSession & { sessionId: string }> {
  const stage = signInStage(account, { secondFactorAt: null }, isSecondFactorOptional());
  const token = randomToken();
  const sessionId = randomUUID();
  const expiresAt = sessionExpiry(stage, context.now, context.now);
  await context.tx.staffSession.create({
    data: {
      id: sessionId,
      tokenHash: hashToken(token),
      staffId: account.id,
      userAgent: userAgent?.slice(0, 300) ?? null,
      createdAt: context.now,
      lastSeenAt: context.now,
      expiresAt,
    },
  });
  if (stage === "complete") await markSignedIn(context, account.id);
  return { token, expiresAt, stage, sessionId };
}

/**
 * Completes a session with a new secret, so that one that leaked before the second factor is worth nothing after it. `secondFactorAt` is
 * null only where the second factor was put off.
 */
export async function completeSession(
  context: TxContext,
  session: { id: string; staffId: string; createdAt: Date },
  secondFactorAt: Date | null,
): Promise<NewSession> {
  const token = randomToken();
  const expiresAt = sessionExpiry("complete", context.now, session.createdAt);
  await context.tx.staffSession.update({
    where: { id: session.id },
    data: { tokenHash: hashToken(token), secondFactorAt, lastSeenAt: context.now, expiresAt },
  });
  await markSignedIn(context, session.staffId);
  return { token, expiresAt, stage: "complete" };
}

async function markSignedIn(context: TxContext, staffId: string): Promise<void> {
  await context.tx.staffAccount.update({ where: { id: staffId }, data: { lastSignInAt: context.now } });
}

/** Ends the sessions of an account at once, all or all but one. @returns how many */
export async function endSessions(context: TxContext, staffId: string, except?: string): Promise<number> {
  const { count } = await context.tx.staffSession.updateMany({
    where: { staffId, revokedAt: null, ...(except ? { id: { not: except } } : {}) },
    data: { revokedAt: context.now },
  });
  return count;
}
