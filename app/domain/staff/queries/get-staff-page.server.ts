import type { Actor, StaffRole } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type InvitationState, invitationState, mayManageStaff, needsSecondFactor } from "../staff.ts";

export type StaffRow = {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  desks: string[];
  isActive: boolean;
  isSample: boolean;
  secondFactor: "on" | "missing" | "none";
  lastSignInAt: string | null;
};

export type InvitationRow = {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  state: InvitationState;
  createdAt: string;
  expiresAt: string;
};

/** A city's staff on the platform fit one screen; past these numbers the newest are shown. */
const most = { accounts: 500, invitations: 50 } as const;

/** Everybody who can or could sign in, and the latest invitations that were not accepted. Administrators only. */
export async function getStaffPage(
  viewer: Actor,
  { now, locale }: { now: Date; locale: Locale },
): Promise<{ accounts: StaffRow[]; invitations: InvitationRow[] }> {
  if (!mayManageStaff(viewer)) throw forbidden();
  const [accounts, invitations] = await Promise.all([
    db().staffAccount.findMany({
      orderBy: [{ isActive: "desc" }, { role: "asc" }, { name: "asc" }, { id: "asc" }],
      take: most.accounts,
      select: {
        id: true,
        name: true,
        email: true,
        role: true,
        isActive: true,
        isSample: true,
        totpEnabledAt: true,
        lastSignInAt: true,
        desks: { select: { desk: { select: { name: true } } } },
      },
    }),
    db().invitation.findMany({
      where: { acceptedAt: null, isBootstrap: false },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: most.invitations,
      select: {
        id: true,
        name: true,
        email: true,
        role: true,
        createdAt: true,
        expiresAt: true,
        acceptedAt: true,
        revokedAt: true,
      },
    }),
  ]);
  return {
    accounts: accounts.map((account) => ({
      id: account.id,
      name: account.name,
      email: account.email,
      role: account.role,
      desks: account.desks.map(({ desk }) => pick(desk.name as LocalizedText, locale)),
      isActive: account.isActive,
      isSample: account.isSample,
      secondFactor: account.totpEnabledAt ? "on" : needsSecondFactor(account.role) ? "missing" : "none",
      lastSignInAt: account.lastSignInAt?.toISOString() ?? null,
    })),
    invitations: invitations.map((invitation) => ({
      id: invitation.id,
      name: invitation.name ?? "",
      email: invitation.email ?? "",
      role: invitation.role,
      state: invitationState(invitation, now),
      createdAt: invitation.createdAt.toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
    })),
  };
}
