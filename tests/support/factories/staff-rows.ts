import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { StaffActor, StaffRole } from "#app/domain/shared/actor.ts";
import type { SignedIn } from "#app/domain/staff/find-session.server.ts";
import { findSession } from "#app/domain/staff/find-session.server.ts";
import { hashPassword } from "#app/domain/staff/password-hash.server.ts";
import { sealTotpSecret } from "#app/domain/staff/second-factor.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { as, noon } from "./review-rows.ts";

export const goodPassword = "kumo-no-ue-no-neko";

let count = 0;

type AccountOptions = {
  role?: StaffRole;
  email?: string;
  name?: string;
  /** Null: an account without a password. */
  password?: string | null;
  /** With a second factor in force. */
  secondFactor?: boolean;
  deskIds?: string[];
  isActive?: boolean;
  isSample?: boolean;
};

export type MadeAccount = { id: string; email: string; version: number; actor: StaffActor; totpSecret: string };

/** An account that can sign in with `goodPassword`. */
export async function makeAccount(options: AccountOptions = {}): Promise<MadeAccount> {
  count += 1;
  const id = randomUUID();
  const totpSecret = new Secret({ size: 20 }).base32;
  const password = options.password === undefined ? goodPassword : options.password;
  const row = await db().staffAccount.create({
    data: {
      id,
      email: options.email ?? `staff-${count}@tomakomai.example`,
      name: options.name ?? `職員${count}`,
      role: options.role ?? "OFFICER",
      passwordHash: password === null ? null : await hashPassword(password),
      totpSecret: options.secondFactor ? sealTotpSecret(id, totpSecret) : null,
      totpEnabledAt: options.secondFactor ? noon : null,
      isActive: options.isActive ?? true,
      isSample: options.isSample ?? false,
      createdAt: noon,
      desks: { create: (options.deskIds ?? []).map((deskId) => ({ deskId })) },
    },
  });
  const actor: StaffActor = { kind: "staff", id, role: row.role, name: row.name, deskIds: options.deskIds ?? [] };
  return { id, email: row.email, version: row.version, actor, totpSecret };
}

/** The code an authenticator app shows at `at`. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: at.getTime() });
}

/** What a page would know of the person behind a session's secret. */
export async function signedIn(token: string, at: Date = noon): Promise<SignedIn> {
  const session = await findSession(token, at);
  if (!session) throw new Error("no living session has this secret");
  return session;
}

export const asSession = (session: SignedIn, at: Date = noon) => as(session.actor, at);

/** Actions in the audit log since the test began, oldest first. */
export async function auditedActions(): Promise<string[]> {
  const entries = await db().auditEntry.findMany({ orderBy: { id: "asc" }, select: { action: true } });
  return entries.map((entry) => entry.action);
}

/** Lets the pauses after wrong passwords pass: they run by the real clock. */
export async function letSignInPausesPass(): Promise<void> {
  await db().$executeRaw`DELETE FROM "rate_limit" WHERE "key" LIKE 'sign-in-gate:%'`;
}
