import { randomInt, randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { halfWidthDigits } from "#app/domain/shared/normalize-text.ts";
import { deriveToken, open, seal } from "#app/platform/crypto.ts";

/** Name under which authenticator apps file the account; ASCII, because some apps garble anything else. */
const issuer = "Sokaku Hiroba";

/** Seconds a code stands for; codes of the step before and after are accepted, for clocks that are off (RFC 6238 §5.2). */
const period = 30;

/** Without letters and digits that look alike. */
const recoveryAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const recoveryCodeCount = 10;

/** How long the page that shows a new secret may stay open. Milliseconds. */
const enrolmentLifetime = 30 * 60_000;

function totp(secret: string, email: string): TOTP {
  return new TOTP({ issuer, label: email, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period });
}

const sealContext = (staffId: string) => `totp:${staffId}`;

/** A new secret on its way: what the page shows, and the sealed form it sends back. Nothing is stored until a code proves it arrived. */
export type Enrolment = { secret: string; uri: string; sealed: string };

/** Begins a set-up: a secret of 160 random bits (RFC 4226 §4 R6), sealed for this account and this half hour. */
export function newEnrolment(account: { id: string; email: string }, now: Date): Enrolment {
  const secret = new Secret({ size: 20 }).base32;
  const sealed = seal(JSON.stringify([secret, now.getTime()]), `enrolment:${account.id}`);
  return { secret, uri: totp(secret, account.email).toString(), sealed };
}

/** The same enrolment shown again after a wrong code; null when it is another account's, too old or was changed. */
export function reopenEnrolment(account: { id: string; email: string }, sealed: string, now: Date): Enrolment | null {
  const secret = enrolledSecret(account.id, sealed, now);
  return secret === null ? null : { secret, uri: totp(secret, account.email).toString(), sealed };
}

/** The secret inside a sealed enrolment of this account; null when it is not one or the page was open too long. */
export function enrolledSecret(staffId: string, sealed: string, now: Date): string | null {
  try {
    const [secret, at] = JSON.parse(open(sealed, `enrolment:${staffId}`)) as [string, number];
    return now.getTime() - at <= enrolmentLifetime ? secret : null;
  } catch {
    return null;
  }
}

/** How an account's secret is kept in the database. */
export function sealTotpSecret(staffId: string, secret: string): string {
  return seal(secret, sealContext(staffId));
}

/** The secret out of the database. @throws Error when it was sealed for another account or with another installation's secret */
export function openTotpSecret(staffId: string, sealed: string): string {
  return open(sealed, sealContext(staffId));
}

/** The time step (30 s since 1970) a typed code belongs to, if it is right for the present step or a neighbour; else null. */
export function stepOfCode(secret: string, typed: string, now: Date): number | null {
  const token = halfWidthDigits(typed).replace(/[\s-]/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totp(secret, "").validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

/** Takes a code out of use. False when this step's code, or a later one, was used before: a code works once, also in a race. */
export async function takeStep(context: TxContext, staffId: string, step: number): Promise<boolean> {
  const { count } = await context.tx.staffAccount.updateMany({
    where: { id: staffId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

/** What the database keeps of a recovery code: keyed with the installation's secret, so that a copy of the database does not give it away. */
function recoveryHash(staffId: string, typed: string): string {
  const code = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return deriveToken("recovery-code", `${staffId}:${code}`);
}

/** Replaces all recovery codes of an account. The returned codes (`abcd-efgh-jkmn`, 59 bits each) are shown once and kept nowhere. */
export async function replaceRecoveryCodes(context: TxContext, staffId: string): Promise<string[]> {
  const letters = () => Array.from({ length: 4 }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join("");
  const codes = Array.from({ length: recoveryCodeCount }, () => [letters(), letters(), letters()].join("-"));
  await context.tx.recoveryCode.deleteMany({ where: { staffId } });
  await context.tx.recoveryCode.createMany({
    data: codes.map((code) => ({ id: randomUUID(), staffId, codeHash: recoveryHash(staffId, code) })),
  });
  return codes;
}

/** Takes a recovery code out of use. False when it is not one of this account's unused codes. */
export async function takeRecoveryCode(context: TxContext, staffId: string, typed: string): Promise<boolean> {
  const { count } = await context.tx.recoveryCode.updateMany({
    where: { staffId, codeHash: recoveryHash(staffId, typed), usedAt: null },
    data: { usedAt: context.now },
  });
  return count === 1;
}
