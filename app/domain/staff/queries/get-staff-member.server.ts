import type { Actor, StaffRole } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayManageStaff } from "../staff.ts";

export type StaffMember = {
  id: string;
  version: number;
  name: string;
  email: string;
  role: StaffRole;
  deskIds: string[];
  isActive: boolean;
  isSample: boolean;
  isSelf: boolean;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  createdAt: string;
  lastSignInAt: string | null;
  openSessions: number;
};

/** One account as an administrator edits it. */
export async function getStaffMember(viewer: Actor, id: string, now: Date): Promise<StaffMember> {
  if (viewer.kind !== "staff" || !mayManageStaff(viewer)) throw forbidden();
  const account = await db().staffAccount.findUnique({
    where: { id },
    select: {
      id: true,
      version: true,
      name: true,
      email: true,
      role: true,
      isActive: true,
      isSample: true,
      passwordHash: true,
      totpEnabledAt: true,
      createdAt: true,
      lastSignInAt: true,
      desks: { select: { deskId: true } },
    },
  });
  if (!account) throw notFound();
  const openSessions = await db().staffSession.count({
    where: { staffId: id, revokedAt: null, expiresAt: { gt: now } },
  });
  const { passwordHash, totpEnabledAt, desks, createdAt, lastSignInAt, ...plain } = account;
  return {
    ...plain,
    deskIds: desks.map((desk) => desk.deskId),
    isSelf: account.id === viewer.id,
    hasPassword: passwordHash !== null,
    hasSecondFactor: totpEnabledAt !== null,
    createdAt: createdAt.toISOString(),
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
    openSessions,
  };
}
