import type { StaffRole } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { inputError } from "#app/domain/shared/domain-error.ts";
import { advisoryLocks } from "#app/platform/database/advisory-locks.ts";
import { passwordProblem } from "./password.ts";
import { hashPassword } from "./password-hash.server.ts";

/** Refuses a weak new password, in words at the field `password`. @returns its hash */
export async function hashNewPassword(password: string, own: { email: string; name: string }): Promise<string> {
  const problem = passwordProblem(password, own);
  if (problem) throw inputError({ password: [problem] });
  return hashPassword(password);
}

/**
 * The desks an account is bound to: an officer works for at least one open desk, nobody else is bound.
 *
 * @throws INPUT at the field `deskIds`
 */
export async function desksForRole(context: TxContext, role: StaffRole, deskIds: readonly string[]): Promise<string[]> {
  if (role !== "OFFICER") return [];
  const wanted = [...new Set(deskIds)];
  if (wanted.length === 0) throw inputError({ deskIds: ["officerNeedsDesk"] });
  const known = await context.tx.desk.findMany({ where: { id: { in: wanted }, isActive: true }, select: { id: true } });
  if (known.length !== wanted.length) throw inputError({ deskIds: ["deskNotOpen"] });
  return wanted;
}

/** Administrators who can sign in here, sample accounts not counted; further changes wait until this transaction ends. */
export async function lockAdministrators(context: TxContext): Promise<string[]> {
  // Serialises what must leave an administrator behind: two of them demoting each other at once would leave none.
  await context.tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.lastAdministrator}::bigint)`;
  const rows = await context.tx.staffAccount.findMany({
    where: { role: "ADMIN", isActive: true, isSample: false },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
