import { type Actor, isStaff, type StaffRole } from "#app/domain/shared/actor.ts";
import { localPath } from "#app/domain/shared/local-path.ts";

/** In the order in which they are offered: most people who are invited are officers. */
export const staffRoles = ["OFFICER", "MODERATOR", "VIEWER", "ADMIN"] as const satisfies readonly StaffRole[];

const minute = 60_000;
const hour = 60 * minute;

/**
 * How long a sign-in lasts (OWASP ASVS 7.3.1, 7.3.2). `idle`: since the last page; `absolute`: since the sign-in, whatever happens;
 * `unfinished`: from the password to the second factor. Milliseconds.
 */
export const sessionLimits = { idle: 12 * hour, absolute: 7 * 24 * hour, unfinished: 15 * minute } as const;

/** A session's `lastSeenAt` is written at most this often, so that reading pages does not write all the time. Milliseconds. */
export const lastSeenStep = minute;

/** How long an invitation mail's link works, and the link printed for the first administrator. Milliseconds. */
export const invitationLifetime = 72 * hour;
export const bootstrapLifetime = 24 * hour;

/** How long a sample account's sign-in link works. Milliseconds. */
export const signInLinkLifetime = 24 * hour;

/** Roles that decide what is published or who may sign in must have a second factor; others may. */
export function needsSecondFactor(role: StaffRole): boolean {
  switch (role) {
    case "ADMIN":
    case "MODERATOR":
      return true;
    case "OFFICER":
    case "VIEWER":
      return false;
  }
}

/**
 * How far a sign-in has come. `second-factor`: the password was right, a code is missing. `enrol`: this role needs a second factor and
 * the account has none. Only `complete` opens the desk.
 */
export type SignInStage = "complete" | "second-factor" | "enrol";

/** `putOffAllowed` is true only where the site is served to its own machine alone. */
export function signInStage(
  account: { role: StaffRole; totpEnabledAt: Date | null; secondFactorPutOffAt: Date | null },
  session: { secondFactorAt: Date | null },
  putOffAllowed: boolean,
): SignInStage {
  if (account.totpEnabledAt) return session.secondFactorAt ? "complete" : "second-factor";
  if (!needsSecondFactor(account.role)) return "complete";
  return putOffAllowed && account.secondFactorPutOffAt ? "complete" : "enrol";
}

/** Until when a session lives that was made at `createdAt`. */
export function sessionExpiry(stage: SignInStage, now: Date, createdAt: Date): Date {
  if (stage !== "complete") return new Date(now.getTime() + sessionLimits.unfinished);
  return new Date(createdAt.getTime() + sessionLimits.absolute);
}

/** Whether a session still counts: not ended, not expired, and used within `sessionLimits.idle`. */
export function isSessionAlive(
  session: { expiresAt: Date; lastSeenAt: Date; revokedAt: Date | null },
  now: Date,
): boolean {
  return (
    session.revokedAt === null &&
    session.expiresAt > now &&
    session.lastSeenAt.getTime() + sessionLimits.idle > now.getTime()
  );
}

/** Who an invitation's link may still let in. Expired, used and revoked ones look alike from outside. */
export function isInvitationOpen(
  invitation: { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null },
  now: Date,
): boolean {
  return invitation.acceptedAt === null && invitation.revokedAt === null && invitation.expiresAt > now;
}

export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** What became of an invitation, for the administrators' list. */
export function invitationState(
  invitation: { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt > now ? "open" : "expired";
}

/** Accounts, roles, invitations and access are the administrators' business alone. */
export function mayManageStaff(actor: Actor): boolean {
  return isStaff(actor, "ADMIN");
}

/**
 * Where a sign-in may lead: a path of the desk on this site. Anything else (another site, `//host`, `/\host`, a control character, a
 * public page) becomes the desk's first page.
 */
export function safeNext(next: string | null | undefined): string {
  const path = localPath(next);
  if (path === null || !/^\/desk(?:[/?]|$)/.test(path)) return "/desk";
  // Going back to the sign-in itself would be a circle.
  return /^\/desk\/(sign-in|sign-out|invitation)/.test(path) ? "/desk" : path;
}
